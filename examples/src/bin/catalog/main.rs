//! The catalog of service items (政务服务事项目录) on the command line: check it,
//! compare two, publish its guides, search it.
//!
//! Every rule is in `gov-catalog`; this program only reads and writes files.

mod check;
mod convert;
mod diff;
mod publish;
mod search;
mod shelf;
mod tell;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use gov_catalog::{Dialect, Exchange};

use crate::tell::Teller;

/// The catalog of service items (政务服务事项目录).
///
/// Reads JSON (an item, a list of items, a theme, a power list, a directory), JSON-LD after
/// CPSV-AP, XLSX and CSV in folders (lists of departments, national exchange
/// tables), and folders of these. Ends with 0 when all is well, 1 when something
/// was found or refused, 2 when the command line is wrong.
#[derive(Parser)]
#[command(name = "catalog", version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads everything and checks it against the nine groups of rules (检查).
    Check(Sources),
    /// Says what changed from one catalog to another (比较).
    Diff {
        /// The catalog before: a file or a folder.
        old: PathBuf,
        /// The catalog now.
        new: PathBuf,
        /// One JSON document instead of text.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        numbers: Numbers,
    },
    /// Writes guides, review rules and themes as HTML and Markdown, with an
    /// index (发布). Refused while a check finds an error.
    Publish {
        #[command(flatten)]
        sources: Sources,
        /// The folder to write to; what stands there is replaced.
        #[arg(long)]
        out: PathBuf,
        /// The day whose catalog is published, such as 2026-03-01; left out, the
        /// newest version of every item.
        #[arg(long)]
        on: Option<NaiveDate>,
    },
    /// Writes the items in another format (转换): all of them, or nothing when one
    /// is at fault.
    Convert {
        #[command(flatten)]
        sources: Sources,
        /// The format to write.
        #[arg(long)]
        to: Format,
        /// The file to write; for CSV a folder. It must not be there yet.
        #[arg(long)]
        out: PathBuf,
        /// The address under which services are known, for JSON-LD.
        #[arg(long, default_value = "https://catalog.example.gov.cn/")]
        base: String,
    },
    /// Finds items by words of their names, bodies, materials, results or laws (检索).
    Search {
        /// What to look for; all words must be found.
        #[arg(long = "word", short, required = true)]
        words: Vec<String>,
        #[command(flatten)]
        sources: Sources,
    },
}

#[derive(Args)]
pub(crate) struct Sources {
    /// Files and folders; folders are read with everything below them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// One JSON document instead of text.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    numbers: Numbers,
}

/// Numbers of exchange tables: systems disagree, so none is guessed.
#[derive(Args, Clone)]
pub(crate) struct Numbers {
    /// The system whose numbers exchange tables have: gb39046, c0109, shandong,
    /// guangxi, guangdong, old-portal.
    #[arg(long, value_parser = dialect)]
    dialect: Option<Dialect>,
    /// The system whose numbers their table of materials has, where it is another.
    #[arg(long, value_parser = dialect)]
    materials: Option<Dialect>,
    /// Their codes for working day and natural day, such as `W,N`.
    #[arg(long, value_parser = limit_units)]
    limit_units: Option<(String, String)>,
}

/// A format to convert to.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// A list of items.
    Json,
    /// Lists of departments, a folder of CSV files.
    Csv,
    /// Lists of departments, one workbook.
    Xlsx,
    /// National exchange tables, a folder of CSV files.
    ExchangeCsv,
    /// National exchange tables, one workbook.
    ExchangeXlsx,
    /// JSON-LD after CPSV-AP 3.2.
    JsonLd,
}

fn dialect(name: &str) -> Result<Dialect, String> {
    let found = Dialect::ALL.iter().find(|dialect| dialect.as_str() == name);
    found.copied().ok_or_else(|| "no such dialect".into())
}

fn limit_units(codes: &str) -> Result<(String, String), String> {
    let (working_day, natural_day) = codes.split_once(',').ok_or("two codes with a comma")?;
    Ok((working_day.into(), natural_day.into()))
}

impl Numbers {
    /// The exchange in these numbers; none where no system is named.
    pub(crate) fn exchange(&self) -> Option<Exchange<'_>> {
        let dialect = self.dialect?;
        let exchange =
            Exchange::in_dialect(dialect).materials_in(self.materials.unwrap_or(dialect));
        Some(match &self.limit_units {
            Some((working_day, natural_day)) => exchange.limit_units(working_day, natural_day),
            None => exchange,
        })
    }
}

fn main() -> ExitCode {
    let well = match CommandLine::parse().command {
        Command::Check(sources) => check::run(&sources, Teller::new(sources.json)),
        Command::Diff { old, new, json, numbers } => {
            diff::run(&old, &new, &numbers, Teller::new(json))
        }
        Command::Publish { sources, out, on } => {
            publish::run(&sources, &out, on, Teller::new(sources.json))
        }
        Command::Convert { sources, to, out, base } => {
            convert::run(&sources, to, &out, &base, Teller::new(sources.json))
        }
        Command::Search { words, sources } => {
            search::run(&words, &sources, Teller::new(sources.json))
        }
    };
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
