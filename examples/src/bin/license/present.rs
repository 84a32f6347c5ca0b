//! `license present`.

use std::path::Path;

use crate::paper::{self, Ended, Failure, Paper};
use crate::{ChallengeOptions, Chosen, Output, verify};

pub(crate) fn run(
    file: &Path,
    key: &Path,
    chosen: &Chosen,
    challenge: &ChallengeOptions,
    output: &Output,
) -> Ended<bool> {
    let license = chosen.of(Paper::license(file)?)?;
    let challenge = verify::challenge(&challenge.audience, &challenge.nonce)?;
    let shown = license
        .present(&challenge, &paper::key(key)?, output.at()?)
        .map_err(|error| Failure::refused(error.zh(), error))?;
    output.write(&shown.to_text())
}
