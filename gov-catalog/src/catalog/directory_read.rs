//! Reads items of the directory from a tree, whatever format it comes from.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::element_read::{ITEM_NAME, bases, date, name, short};
use crate::item_fault::ItemFaultKind;
use crate::node::Node;
use crate::reader::{Field, Reader};
use crate::{BasicCode, DirectoryItem};

const ENDS: Field = ("ends", "计划取消日期");

/// The items, no two of one code and version.
pub(crate) fn items(reader: &mut Reader, node: Node<'_>) -> Option<Vec<DirectoryItem>> {
    let mut known = BTreeMap::new();
    let mut position = 0;
    reader.list(node, |reader, node| {
        position += 1;
        let item = item(reader, node)?;
        let first = *known.entry((item.code, item.version)).or_insert(position);
        if first != position {
            reader.fault(ItemFaultKind::SameIdentifier { first });
        }
        Some(item)
    })
}

fn item(reader: &mut Reader, node: Node<'_>) -> Option<DirectoryItem> {
    reader.record(node, |r| {
        let code = r.must(("code", "基本编码"), |r, node| {
            r.parsed(node, |text| BasicCode::parse(text).map_err(ItemFaultKind::Code))
        });
        let title = r.must(("name", "事项名称"), |r, node| r.text(node, ITEM_NAME));
        let version = r.must(("version", "版本"), |r, node| r.number(node, 1, u32::MAX.into()));
        let state = r.group(("state", "事项状态"), Reader::word);
        let basis = r.must(("basis", "设定依据"), bases);
        let levels = r.lists(("levels", "行使层级"), Reader::word);
        let department = r.may(("department", "主管部门"), name);
        let bodies = r.lists(("bodies", "实施主体"), name);
        let local_code = r.may(("local_code", "地方基本编码"), short);
        let effective = r.may(("effective", "计划生效日期"), date);
        let ends = r.may(ENDS, date);
        if let (Some(Some(effective)), Some(Some(ends))) = (effective, ends)
            && ends <= effective
        {
            r.fault_at(ENDS, ItemFaultKind::EndsBeforeBeginning);
        }
        Some(DirectoryItem {
            code: code?,
            name: title?,
            version: version?,
            state: state?,
            basis: basis?,
            levels: levels?,
            department: department?,
            bodies: bodies?,
            local_code: local_code?,
            effective: effective?,
            ends: ends?,
        })
    })
}
