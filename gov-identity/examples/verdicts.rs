//! Reads one text a line on standard input (`\n` inside a text is written as
//! backslash and n) and prints, for each kind of number, `ok` with what the
//! number says, or the code of the fault and its place: a driver for comparing
//! this crate with others, as `.ci/identity_stdnum.py` does. It prints no
//! number back.
//!
//! ```text
//! $ echo 11010519491231002X | cargo run -q -p gov-identity --example verdicts
//! resident=ok:1949-12-31:Female  legacy=length@16-16  foreign=prefix@1-1  …
//! ```

use std::fmt::Display;
use std::io::{self, BufRead, Write};

use gov_identity::{
    CreditCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, OrganizationCode,
    ParseError, PilotCreditCode, RegistrationNumber, ResidentId,
};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let text = line?.replace("\\n", "\n");
        let verdicts = [
            verdict("resident", ResidentId::parse(&text), |id| {
                format!(":{}:{:?}", id.birth_date(), id.sex())
            }),
            verdict("legacy", LegacyResidentId::parse(&text), |id| format!(":{}", id.birth_date())),
            verdict("foreign", ForeignResidentId::parse(&text), |id| {
                format!(":{}:{:?}", id.birth_date(), id.sex())
            }),
            verdict("legacy-foreign", LegacyForeignResidentId::parse(&text), |_| ""),
            verdict("credit", CreditCode::parse(&text), |code| format!(":{}", code.category())),
            verdict("pilot", PilotCreditCode::parse(&text), |_| ""),
            verdict("organization", OrganizationCode::parse(&text), |_| ""),
            verdict("registration", RegistrationNumber::parse(&text), |_| ""),
        ];
        writeln!(out, "{}", verdicts.join("\t"))?;
    }
    out.flush()
}

fn verdict<T, D: Display>(
    kind: &str,
    read: Result<T, ParseError>,
    says: impl FnOnce(&T) -> D,
) -> String {
    match read {
        Ok(value) => format!("{kind}=ok{}", says(&value)),
        Err(error) => {
            let (first, last) = (*error.positions().start(), *error.positions().end());
            format!("{kind}={}@{first}-{last}", error.code())
        }
    }
}
