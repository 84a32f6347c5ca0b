//! A theme as a page (一件事办事指南).

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::guide_page::{copies, promised, statutory, text};
use crate::{Item, Line, MaterialForm, MergedMaterial, Page, Theme};

impl Theme<'_> {
    /// What an applicant reads: the order, one form, one list of materials, the
    /// limits side by side, the fees, where to ask.
    #[must_use]
    pub fn page(&self) -> Page {
        let count = self.items().len();
        let page = Page::new(format!("{}“一件事”办事指南", self.plan().name))
            .subtitle(format!("{count}个事项，一张表单，一套材料"))
            .section("order", "事项和办理顺序")
            .table(
                "同一批次的事项可以同时办理",
                ["事项", "批次", "实施主体", "结果"],
                self.order(),
            );
        let page = page.section("form", "一张表单").list(self.form().iter().map(|asked| {
            let (form, item) = (&asked.material.name, asked.item.name());
            Line::from(format!("{form}（{item}）"))
        }));
        let merged = self.materials();
        let page = page.section("materials", "申请材料（合并后每份只提交一次）").table(
            "合并材料目录",
            ["材料名称", "是否必需", "形式", "份数", "用于事项"],
            merged.iter().map(material),
        );
        let page = self.limit_page(page);
        let page = page.section("fees", "收费").table(
            "各事项收费",
            ["事项", "收费"],
            self.items().iter().map(|item| vec![vec![Line::text(item.name())], fees(item)]),
        );
        let page = page.section("contact", "咨询和监督投诉").table(
            "各事项电话",
            ["事项", "咨询电话", "监督投诉电话"],
            self.items().iter().map(|item| {
                vec![
                    vec![Line::text(item.name())],
                    item.enquiry_phones().iter().map(text).collect(),
                    item.complaint_phones().iter().map(text).collect(),
                ]
            }),
        );
        let page = match self.plan().notes.as_slice() {
            [] => page,
            notes => page.section("notes", "备注").list(notes.iter().map(text)),
        };
        page.footer(
            "除本指南列明的材料外，不得要求申请人提交其他材料（行政许可法第三十条、第三十一条）。",
        )
    }

    /// The page as one HTML file.
    #[must_use]
    pub fn to_html(&self) -> String {
        self.page().to_html()
    }

    /// The page as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        self.page().to_markdown()
    }

    fn order(&self) -> Vec<Vec<Vec<Line>>> {
        let stages = self.stages().into_iter().zip(1..);
        let rows = stages.flat_map(|(items, stage)| {
            items.into_iter().map(move |item| {
                vec![
                    vec![Line::text(item.name())],
                    vec![Line::from(format!("第{stage}批"))],
                    vec![text(&item.body().name)],
                    vec![text(&item.outcome().name)],
                ]
            })
        });
        rows.collect()
    }

    fn limit_page(&self, page: Page) -> Page {
        let rows = self.limits().map(|(item, limits)| {
            vec![
                vec![Line::text(item.name())],
                limits.iter().map(|limits| Line::from(statutory(&limits.decision))).collect(),
                limits.iter().map(|limits| Line::from(promised(&limits.decision))).collect(),
                limits
                    .and_then(|limits| limits.extension.as_ref())
                    .iter()
                    .map(|limit| Line::from(statutory(limit)))
                    .collect(),
            ]
        });
        let page = page.section("limits", "办理时限").table(
            "各事项时限",
            ["事项", "法定时限", "承诺时限", "可以延长（一次）"],
            rows,
        );
        let Some(way) = self.longest_way() else { return page };
        let unit = way.unit.zh();
        page.paragraph(format!(
            "按前后顺序办完全部事项，法定最长{}个{unit}，承诺最长{}个{unit}（不含延长和补正）。",
            way.statutory, way.promised,
        ))
    }
}

fn material(material: &MergedMaterial<'_>) -> Vec<Vec<Line>> {
    let needed = if let Some(item) = material.result_of {
        format!("无需提交：“{}”的结果", item.name())
    } else if material.only_when.is_empty() {
        material.requirement.zh().into()
    } else {
        let when: Vec<_> = material.only_when.iter().map(|when| when.as_str()).collect();
        format!("{}（{}）", material.requirement.zh(), when.join("；"))
    };
    let forms: Vec<_> = material.forms.iter().copied().map(MaterialForm::zh).collect();
    let asked = material.asked_by.iter().map(|asked| {
        if asked.material.name == *material.name {
            Line::text(asked.item.name())
        } else {
            Line::from(format!("{}（原名称：{}）", asked.item.name(), asked.material.name))
        }
    });
    vec![
        vec![text(material.name)],
        vec![Line::from(needed)],
        vec![Line::from(forms.join("和"))],
        vec![Line::from(copies(material.originals, material.copies))],
        asked.collect(),
    ]
}

fn fees(item: &Item) -> Vec<Line> {
    if item.fees().is_free() {
        return vec![Line::text("不收费")];
    }
    let rows = item.fees().rows.iter();
    rows.map(|fee| Line::from(format!("{}：{}", fee.name, fee.standard))).collect()
}
