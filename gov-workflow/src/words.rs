//! Texts that somebody has to write, and how long they may be.

/// A text that somebody has to write.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Words {
    /// Why (理由).
    Reason,
    /// The body to apply to instead (有权机关).
    RightBody,
    /// The body for administrative review (行政复议机关).
    ReviewBody,
    /// The court (人民法院).
    Court,
    /// The name of a step (环节名称).
    Step,
    /// What was found (意见内容).
    Note,
    /// The identifier of a license (证照标识).
    License,
    /// The number of a notice to the applicant (告知文书编号).
    Notice,
    /// The result of a special procedure (特别程序结果).
    Result,
    /// The number of the record of a hearing (听证笔录编号).
    Record,
    /// The number of the record of a tender, an auction or an examination (招标拍卖考试结果文书编号).
    SelectionRecord,
    /// A third party (利害关系人).
    Party,
    /// What a third party said (陈述意见).
    Statement,
    /// The number of a signed promise (承诺书编号).
    Promise,
    /// The text as it stands (更正前文字).
    OldText,
    /// The text as it should be (更正后文字).
    NewText,
    /// The number of a receipt (票据号码).
    Receipt,
    /// The number of a voucher (书面凭证编号), 50 characters in the exchange.
    Voucher,
}

impl Words {
    /// The most characters, after the national exchange tables of 2020.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Reason
            | Self::Note
            | Self::Result
            | Self::Statement
            | Self::OldText
            | Self::NewText => 2000,
            Self::Step => 1000,
            Self::RightBody | Self::ReviewBody | Self::Court | Self::Party => 100,
            Self::License
            | Self::Notice
            | Self::Record
            | Self::SelectionRecord
            | Self::Promise
            | Self::Receipt => 256,
            Self::Voucher => 50,
        }
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::RightBody => "right body",
            Self::ReviewBody => "body for administrative review",
            Self::Court => "court",
            Self::Step => "step",
            Self::Note => "note",
            Self::License => "license",
            Self::Notice => "notice",
            Self::Result => "result",
            Self::Record => "record",
            Self::SelectionRecord => "record of the selection",
            Self::Party => "third party",
            Self::Statement => "statement",
            Self::Promise => "promise",
            Self::OldText => "old text",
            Self::NewText => "new text",
            Self::Receipt => "receipt",
            Self::Voucher => "voucher",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Reason => "理由",
            Self::RightBody => "有权机关",
            Self::ReviewBody => "行政复议机关",
            Self::Court => "人民法院",
            Self::Step => "环节名称",
            Self::Note => "意见内容",
            Self::License => "证照标识",
            Self::Notice => "告知文书编号",
            Self::Result => "特别程序结果",
            Self::Record => "听证笔录编号",
            Self::SelectionRecord => "招标拍卖考试结果文书编号",
            Self::Party => "利害关系人",
            Self::Statement => "陈述意见",
            Self::Promise => "承诺书编号",
            Self::OldText => "更正前文字",
            Self::NewText => "更正后文字",
            Self::Receipt => "票据号码",
            Self::Voucher => "书面凭证编号",
        }
    }
}
