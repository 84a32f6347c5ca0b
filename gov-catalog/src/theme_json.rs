//! The JSON form of a theme's plan.

use alloc::vec;
use alloc::vec::Vec;

use crate::element_read::{free_text, name};
use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::item_read::item_code;
use crate::node::Node;
use crate::reader::Reader;
use crate::{Item, ThemeItem, ThemePlan};

impl ThemePlan {
    /// Reads the JSON form: `name`, `items` (each a `code` and the codes it comes
    /// `after`), and perhaps `same` (lists of names) and `notes`.
    ///
    /// ```
    /// use gov_catalog::ThemePlan;
    ///
    /// let json = r#"{"name": "开店", "items": [{"code": "1164020001001501113000131001000"}]}"#;
    /// assert_eq!(ThemePlan::from_json(json).unwrap().items.len(), 1);
    /// ```
    ///
    /// # Errors
    ///
    /// *Every* fault with its path, as [`Item::from_json`] tells them.
    pub fn from_json(json: &str) -> Result<Self, Vec<ItemFault>> {
        let whole = |kind| vec![ItemFault::new(Vec::new(), kind)];
        if json.len() > Item::MAX_JSON {
            return Err(whole(ItemFaultKind::TooLarge { max: Item::MAX_JSON }));
        }
        let node = serde_json::from_str(json).map_err(|error| {
            whole(ItemFaultKind::Syntax { line: error.line(), column: error.column() })
        })?;
        let mut reader = Reader::default();
        match plan(&mut reader, node) {
            Some(plan) if reader.faults.is_empty() => Ok(plan),
            _ => Err(reader.faults),
        }
    }
}

fn plan(reader: &mut Reader, node: Node<'_>) -> Option<ThemePlan> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let items = r.must(("items", "事项"), |r, node| r.some(node, item));
        let same = r.lists(("same", "同一材料的名称"), |r, node| r.some(node, self::name));
        let notes = r.lists(("notes", "备注"), free_text);
        Some(ThemePlan { name: name?, items: items?, same: same?, notes: notes? })
    })
}

fn item(reader: &mut Reader, node: Node<'_>) -> Option<ThemeItem> {
    reader.record(node, |r| {
        let code = r.must(("code", "事项编码"), item_code);
        let after = r.lists(("after", "前置事项"), item_code);
        Some(ThemeItem { code: code?, after: after? })
    })
}
