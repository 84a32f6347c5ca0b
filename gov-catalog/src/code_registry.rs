//! Giving out codes, each once (编码登记).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;

use gov_identity::CreditCode;

use crate::{
    BasicCode, Catalog, ExerciseLevel, HandlingCode, ImplementationCode, ItemCode, ItemType,
    Source, SubItem,
};

/// Every code that was ever given out (编码登记), and the next ones.
///
/// A code once given is never given again, not even after its item was
/// cancelled: the registry only grows, and a gap is never filled.
///
/// ```
/// use gov_catalog::{CodeRegistry, ImplementationCode, ItemType, MintError, Source};
///
/// let mut registry = CodeRegistry::default();
/// let main = registry.next_main_item(Source::Nation, ItemType::LICENSE, 31)?;
/// assert_eq!(main.as_str(), "000131001000");
///
/// let code: ImplementationCode = "1164020001001501113000131001000".parse().unwrap();
/// registry.record(code.into())?;
/// assert_eq!(registry.record(code.into()), Err(MintError::Given));
/// assert_eq!(registry.next_handling(code)?.sequence(), 1);
/// assert_eq!(registry.next_handling(code)?.sequence(), 2);
/// # Ok::<(), MintError>(())
/// ```
#[doc(alias = "编码登记")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct CodeRegistry {
    basic: BTreeSet<BasicCode>,
    items: BTreeSet<ItemCode>,
    /// The highest sequence given of each implementation code.
    sequences: BTreeMap<ImplementationCode, u8>,
}

/// A code that cannot be given (不能赋码).
///
/// ```
/// use gov_catalog::MintError;
///
/// assert_eq!(MintError::Given.to_string(), "the code was given before");
/// assert_eq!(MintError::Given.zh(), "编码已经使用过，不得再次使用");
/// ```
#[doc(alias = "赋码")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MintError {
    /// It was given before, perhaps to an item that is cancelled by now.
    #[error("the code was given before")]
    Given,
    /// No number is left.
    #[error("no number is left")]
    Exhausted,
    /// The main item was given without sub-items (`000`), so it has none.
    #[error("the main item was given without sub-items")]
    Undivided,
    /// A node of the directory (`00Y`) is never implemented.
    #[error("a node of the directory is never implemented")]
    DirectoryNode,
    /// The parts make no code: a department above 99, say.
    #[error("the parts make no code")]
    Parts,
}

impl CodeRegistry {
    /// The codes that the items of a catalog have, cancelled ones too.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let mut registry = Self::default();
        for item in catalog.newest() {
            registry.enter(item.code());
        }
        registry
    }

    /// Whether a code was ever given.
    #[must_use]
    pub fn has(&self, code: ItemCode) -> bool {
        self.items.contains(&code)
    }

    /// Records a code that somebody else gave.
    ///
    /// # Errors
    ///
    /// It was given before.
    pub fn record(&mut self, code: ItemCode) -> Result<(), MintError> {
        if self.has(code) {
            return Err(MintError::Given);
        }
        self.enter(code);
        Ok(())
    }

    /// Records a code of the directory that somebody else gave.
    ///
    /// # Errors
    ///
    /// It was given before.
    pub fn record_basic(&mut self, code: BasicCode) -> Result<(), MintError> {
        if self.basic.insert(code) { Ok(()) } else { Err(MintError::Given) }
    }

    /// Gives the next main item of a department, without sub-items (`000`).
    ///
    /// # Errors
    ///
    /// The 999 numbers are used up; a department above 99.
    pub fn next_main_item(
        &mut self,
        source: Source,
        item_type: ItemType,
        department: u8,
    ) -> Result<BasicCode, MintError> {
        let source = match &source {
            Source::Nation => "00",
            Source::Province(province) => province.as_str().get(..2).ok_or(MintError::Parts)?,
        };
        let prefix = format!("{source}{item_type}{department:02}");
        let highest = self.numbers(&prefix).map(|code| code.main_item()).max().unwrap_or(0);
        if highest >= 999 {
            return Err(MintError::Exhausted);
        }
        let text = format!("{prefix}{:03}000", highest + 1);
        let code = BasicCode::parse(&text).map_err(|_| MintError::Parts)?;
        self.record_basic(code).map(|()| code)
    }

    /// Gives the next sub-item of a main item; any code of that main item will do.
    ///
    /// # Errors
    ///
    /// The main item was given as one without sub-items; the 999 numbers are
    /// used up.
    pub fn next_sub_item(&mut self, main: BasicCode) -> Result<BasicCode, MintError> {
        let prefix = main.as_str().get(..9).ok_or(MintError::Parts)?;
        let mut highest = 0;
        for code in self.numbers(prefix) {
            match code.sub_item() {
                SubItem::None => return Err(MintError::Undivided),
                SubItem::Divided => {}
                SubItem::Number(number) => highest = highest.max(number.get()),
            }
        }
        if highest >= 999 {
            return Err(MintError::Exhausted);
        }
        let text = format!("{prefix}{:03}", highest + 1);
        let code = BasicCode::parse(&text).map_err(|_| MintError::Parts)?;
        self.record_basic(code).map(|()| code)
    }

    /// Gives the code of a directory item as one body implements it.
    ///
    /// # Errors
    ///
    /// It was given before; the code is a node of the directory.
    pub fn implement(
        &mut self,
        body: CreditCode,
        level: ExerciseLevel,
        basic: BasicCode,
    ) -> Result<ImplementationCode, MintError> {
        if basic.is_directory_node() {
            return Err(MintError::DirectoryNode);
        }
        let text = format!("{}{}{basic}", body.as_str(), level.digit());
        let code = ImplementationCode::parse(&text).map_err(|_| MintError::Parts)?;
        self.record(code.into()).map(|()| code)
    }

    /// Gives the next handling item of an implementing item.
    ///
    /// # Errors
    ///
    /// The 99 numbers are used up.
    pub fn next_handling(
        &mut self,
        implementation: ImplementationCode,
    ) -> Result<HandlingCode, MintError> {
        let highest = self.sequences.get(&implementation).copied().unwrap_or(0);
        if highest >= 99 {
            return Err(MintError::Exhausted);
        }
        let text = format!("{implementation}{:02}", highest + 1);
        let code = HandlingCode::parse(&text).map_err(|_| MintError::Parts)?;
        self.record(code.into()).map(|()| code)
    }

    /// The basic codes that begin alike.
    fn numbers<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = BasicCode> + use<'a> {
        self.basic.iter().copied().filter(move |code| code.as_str().starts_with(prefix))
    }

    fn enter(&mut self, code: ItemCode) {
        self.basic.insert(code.basic());
        self.items.insert(code);
        if let Some(handling) = code.handling() {
            let highest = self.sequences.entry(handling.implementation()).or_default();
            *highest = handling.sequence().max(*highest);
        }
    }
}

impl MintError {
    /// The kind of error as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Exhausted => "exhausted",
            Self::Undivided => "undivided",
            Self::DirectoryNode => "directory-node",
            Self::Parts => "parts",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Given => "编码已经使用过，不得再次使用",
            Self::Exhausted => "顺序号已用完",
            Self::Undivided => "主项登记为不设子项",
            Self::DirectoryNode => "目录节点不能实施",
            Self::Parts => "各段不能组成编码",
        }
    }
}
