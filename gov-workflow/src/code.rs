//! Names that a system gives: of a case, an item, a material, a member of staff.

use core::fmt;
use std::sync::Arc;

/// The text is no such name.
///
/// ```
/// use gov_workflow::CaseNumber;
///
/// let error = CaseNumber::parse("2026 0001").unwrap_err();
/// assert_eq!(error.to_string(), "case number: character 5 is not a visible ASCII character");
/// assert_eq!(error.zh(), "办件编号第5个字符不是可见的ASCII字符");
/// assert_eq!((error.position(), error.code()), (5, "character"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("{}: {}", .subject.english(), English(self))]
pub struct CodeError {
    subject: CodeSubject,
    fault: CodeFault,
}

/// The name that was being read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CodeSubject {
    /// [`CaseNumber`] (办件编号).
    CaseNumber,
    /// [`ItemCode`] (事项编码).
    ItemCode,
    /// [`MaterialName`] (材料名称).
    MaterialName,
    /// [`StaffId`] (工号).
    StaffId,
    /// [`Checkpoint`](crate::Checkpoint) (履历检查点).
    Checkpoint,
    /// The tenant of a store (租户).
    Tenant,
    /// The key of a request to a store (幂等键).
    RequestKey,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum CodeFault {
    Empty,
    Long,
    Character { position: usize },
    Form,
}

/// Checks a name against the length and the characters of its kind.
pub(crate) fn check(subject: CodeSubject, text: &str) -> Result<Arc<str>, CodeError> {
    let fault = if text.is_empty() {
        CodeFault::Empty
    } else if text.chars().nth(subject.longest()).is_some() {
        CodeFault::Long
    } else if let Some(index) = text.chars().position(|c| !subject.admits(c)) {
        CodeFault::Character { position: index + 1 }
    } else if text.trim() != text {
        let spaces = text.chars().take_while(|c| c.is_whitespace()).count();
        let position = if spaces == 0 { text.chars().count() } else { 1 };
        CodeFault::Character { position }
    } else {
        return Ok(text.into());
    };
    Err(CodeError { subject, fault })
}

/// A checked text: cheap to clone, since every event names its people again.
macro_rules! code {
    ($(#[$doc:meta])* $type:ident, $shape:literal) => {
        $(#[$doc])*
        #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $type(std::sync::Arc<str>);

        impl $type {
            #[doc = concat!("Reads ", $shape, ".")]
            ///
            /// # Errors
            ///
            /// An empty text, a longer one, and one with another character.
            pub fn parse(text: &str) -> Result<Self, $crate::CodeError> {
                $crate::code::check($crate::CodeSubject::$type, text).map(Self)
            }

            /// The text form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::str::FromStr for $type {
            type Err = $crate::CodeError;

            fn from_str(text: &str) -> Result<Self, $crate::CodeError> {
                Self::parse(text)
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}({})", stringify!($type), self.0)
            }
        }
    };
}

#[cfg(feature = "sqlite")]
pub(crate) use code;

code! {
    /// The number of a case (办件编号), given by the system that takes it in.
    ///
    /// The national form is the item's code, the day and a serial number
    /// (31 + 8 + 4 characters); systems write others, so the text is kept as it is.
    ///
    /// ```
    /// use gov_workflow::CaseNumber;
    ///
    /// let number: CaseNumber = "1164020010001501113000131001000202603020001".parse()?;
    /// assert_eq!(number.as_str().len(), 31 + 8 + 4);
    /// # Ok::<(), gov_workflow::CodeError>(())
    /// ```
    #[doc(alias = "办件编号")]
    CaseNumber, "1 to 64 visible ASCII characters"
}

code! {
    /// The code of the item that a procedure handles (事项编码).
    ///
    /// ```
    /// use gov_workflow::ItemCode;
    ///
    /// assert!(ItemCode::parse("1164020010001501113000131001000").is_ok());
    /// ```
    #[doc(alias = "事项编码")]
    ItemCode, "1 to 64 visible ASCII characters"
}

code! {
    /// The name of a material, its key inside the guide (材料名称).
    ///
    /// ```
    /// use gov_workflow::MaterialName;
    ///
    /// assert!(MaterialName::parse("营业执照").is_ok());
    /// ```
    #[doc(alias = "材料名称")]
    MaterialName, "1 to 200 characters without control characters and outer spaces"
}

code! {
    /// The number of a member of staff inside the body (工号). Never a citizen's
    /// number: this one is public (city plan, 2(2)6(1)).
    ///
    /// ```
    /// use gov_workflow::StaffId;
    ///
    /// assert!(StaffId::parse("SZS-0417").is_ok());
    /// ```
    #[doc(alias = "工号")]
    StaffId, "1 to 64 visible ASCII characters"
}

impl CodeError {
    /// A text of several parts that does not have them.
    pub(crate) const fn form(subject: CodeSubject) -> Self {
        Self { subject, fault: CodeFault::Form }
    }

    /// The name that was being read.
    #[must_use]
    pub const fn subject(&self) -> CodeSubject {
        self.subject
    }

    /// The first character at fault, counted from 1.
    #[must_use]
    pub const fn position(&self) -> usize {
        match self.fault {
            CodeFault::Empty | CodeFault::Form => 1,
            CodeFault::Long => self.subject.longest() + 1,
            CodeFault::Character { position } => position,
        }
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.fault {
            CodeFault::Empty => "empty",
            CodeFault::Long => "length",
            CodeFault::Character { .. } => "character",
            CodeFault::Form => "form",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let subject = self.subject.zh();
        match self.fault {
            CodeFault::Empty => format!("{subject}为空"),
            CodeFault::Long => format!("{subject}超过{}个字符", self.subject.longest()),
            CodeFault::Form => format!("{subject}的格式不对"),
            CodeFault::Character { position } => match self.subject {
                CodeSubject::MaterialName => format!("{subject}第{position}个字符不能用在那里"),
                _ => format!("{subject}第{position}个字符不是可见的ASCII字符"),
            },
        }
    }
}

struct English<'a>(&'a CodeError);

impl fmt::Display for English<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.fault {
            CodeFault::Empty => f.write_str("the text is empty"),
            CodeFault::Long => write!(f, "more than {} characters", self.0.subject.longest()),
            CodeFault::Form => f.write_str("not in its text form"),
            CodeFault::Character { position } => match self.0.subject {
                CodeSubject::MaterialName => {
                    write!(f, "character {position} is not allowed there")
                }
                _ => write!(f, "character {position} is not a visible ASCII character"),
            },
        }
    }
}

impl CodeSubject {
    /// The most characters.
    const fn longest(self) -> usize {
        match self {
            Self::MaterialName => 200,
            _ => 64,
        }
    }

    fn admits(self, character: char) -> bool {
        match self {
            Self::MaterialName => !character.is_control(),
            _ => character.is_ascii_graphic(),
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::CaseNumber => "case number",
            Self::ItemCode => "item code",
            Self::MaterialName => "material name",
            Self::StaffId => "staff number",
            Self::Checkpoint => "checkpoint",
            Self::Tenant => "tenant",
            Self::RequestKey => "request key",
        }
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::CaseNumber => "办件编号",
            Self::ItemCode => "事项编码",
            Self::MaterialName => "材料名称",
            Self::StaffId => "工号",
            Self::Checkpoint => "履历检查点",
            Self::Tenant => "租户",
            Self::RequestKey => "幂等键",
        }
    }
}
