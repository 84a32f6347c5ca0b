//! The JSON form of a basic directory.

use alloc::vec;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::directory_read;
use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::reader::Reader;
use crate::{Directory, Item};

impl Directory {
    /// The largest JSON text that is read, in bytes.
    pub const MAX_JSON: usize = 64 * Item::MAX_JSON;

    /// Reads the JSON form: `directory`, a list of items with `code`, `name`,
    /// `version`, `basis`, and perhaps `state`, `levels`, `department`, `bodies`,
    /// `local_code`, `effective` and `ends`.
    ///
    /// ```
    /// use gov_catalog::Directory;
    ///
    /// let json = r#"{"directory": [
    ///     {"code": "000131900001", "name": "示例许可", "version": 1, "basis": [], "levels": ["city"]}
    /// ]}"#;
    /// assert_eq!(Directory::from_json(json).unwrap().iter().count(), 1);
    ///
    /// let faults = Directory::from_json(r#"{"directory": [{"code": "0001"}]}"#).unwrap_err();
    /// assert_eq!(faults[0].path(), "directory[1].code");
    /// ```
    ///
    /// # Errors
    ///
    /// *Every* fault with its path, as [`Item::from_json`] tells them; two items of
    /// one code and version.
    pub fn from_json(json: &str) -> Result<Self, Vec<ItemFault>> {
        let whole = |kind| vec![ItemFault::new(Vec::new(), kind)];
        if json.len() > Self::MAX_JSON {
            return Err(whole(ItemFaultKind::TooLarge { max: Self::MAX_JSON }));
        }
        let node = serde_json::from_str(json).map_err(|error| {
            whole(ItemFaultKind::Syntax { line: error.line(), column: error.column() })
        })?;
        let mut reader = Reader::default();
        let items =
            reader.record(node, |r| r.must(("directory", "目录事项"), directory_read::items));
        match items {
            Some(items) if reader.faults.is_empty() => Ok(items.into_iter().collect()),
            _ => Err(reader.faults),
        }
    }
}

impl Serialize for Directory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items: Vec<_> = self.iter().collect();
        let mut directory = serializer.serialize_struct("Directory", 1)?;
        directory.serialize_field("directory", &items)?;
        directory.end()
    }
}
