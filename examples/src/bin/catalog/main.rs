//! The catalog of service items (政务服务事项目录) on the command line: check it,
//! compare two, publish its guides, search it.
//!
//! Every rule is in `gov-catalog`; this program only reads and writes files.

mod check;
mod diff;
mod publish;
mod search;
mod shelf;
mod tell;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use crate::tell::Teller;

/// The catalog of service items (政务服务事项目录).
///
/// Reads JSON (an item, a list of items, a theme), XLSX, CSV in folders, and
/// folders of these. Ends with 0 when all is well, 1 when something was found or
/// refused, 2 when the command line is wrong.
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
struct Sources {
    /// Files and folders; folders are read with everything below them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// One JSON document instead of text.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let well = match CommandLine::parse().command {
        Command::Check(Sources { paths, json }) => check::run(&paths, Teller::new(json)),
        Command::Diff { old, new, json } => diff::run(&old, &new, Teller::new(json)),
        Command::Publish { sources: Sources { paths, json }, out, on } => {
            publish::run(&paths, &out, on, Teller::new(json))
        }
        Command::Search { words, sources: Sources { paths, json } } => {
            search::run(&words, &paths, Teller::new(json))
        }
    };
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
