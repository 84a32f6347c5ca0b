//! One window (一窗): a food business license, from application to delivery.
//!
//! Made-up persons and bodies play one real item of a city bureau. Every rule
//! they meet is in the libraries; this program only brings people, time and
//! files together.

mod authority;
mod cast;
mod dossier;
mod journey;
mod licensing;
mod narrator;
mod office;
mod seed;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, Parser, Subcommand};

use crate::narrator::Narrator;

/// One window: a food business license (食品经营许可), from application to delivery.
#[derive(Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    journey: JourneyOptions,
}

#[derive(Subcommand)]
enum Command {
    /// Plays the whole road and verifies what it wrote (the default).
    Journey(JourneyOptions),
    /// Verifies the files of a journey; exits with 1 when one does not hold.
    Verify {
        /// The folder that `journey` wrote.
        folder: PathBuf,
        /// The moment to judge the license at, such as 2027-01-31T12:00:00+08:00;
        /// left out, that of the last entry of the history.
        #[arg(long)]
        at: Option<DateTime<FixedOffset>>,
        /// One JSON document instead of text.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
struct JourneyOptions {
    /// The day the application is made; all later days follow from it.
    #[arg(long, default_value = "2026-03-02")]
    today: NaiveDate,
    /// Where all keys and salts of the run come from; not secret.
    #[arg(long, default_value = "demonstration")]
    seed: String,
    /// The folder to write to; files of an earlier journey are replaced.
    #[arg(long, default_value = "out")]
    out: PathBuf,
    /// One JSON document instead of text.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    let ended = match line.command.unwrap_or(Command::Journey(line.journey)) {
        Command::Journey(JourneyOptions { today, seed, out, json }) => {
            journey::play(today, &seed, &out, Narrator::new(json))
        }
        Command::Verify { folder, at, json } => dossier::verify(&folder, at, Narrator::new(json)),
    };
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            anstream::eprintln!("one-window: {error}");
            ExitCode::FAILURE
        }
    }
}
