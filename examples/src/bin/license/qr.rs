//! `license qr`.

use std::path::{Path, PathBuf};

use gov_license::{Presentation, QrLicense};

use crate::Chosen;
use crate::paper::{self, Ended, Failure, Paper};
use crate::trust::known;

pub(crate) fn run(
    file: &Path,
    chosen: &Chosen,
    svg: Option<&Path>,
    above: &[PathBuf],
    out: Option<&Path>,
) -> Ended<bool> {
    let shown = match Paper::read(file)? {
        Paper::License(license) => Presentation::of(chosen.of(license)?),
        // Who signed what is shown chose it as well.
        Paper::Presentation(shown) if chosen.is_empty() => shown,
        Paper::Qr(code) if chosen.is_empty() && svg.is_none() => {
            let above = known(above)?;
            return paper::write(out, &code.complete(above.iter().map(Vec::as_slice)).to_text());
        }
        _ => {
            let zh = "只能由电子证照（可用 --show 选择数据项）或出示件生成二维码";
            let en = "codes are made of licenses, with --show, or of presentations as they are";
            return Err(Failure::unreadable(zh, en));
        }
    };
    let failed = |error: gov_license::QrError| Failure::refused(error.zh(), error);
    let code = QrLicense::of(&shown).map_err(failed)?;
    let symbol = code.symbol().map_err(failed)?;
    let (version, level) = (symbol.version(), symbol.level());
    anstream::eprintln!("二维码版本{version}，纠错级别{level} (version {version}, level {level})");
    if let Some(path) = svg {
        paper::write(Some(path), &symbol.to_svg())?;
    }
    if svg.is_none() || out.is_some() {
        return paper::write(out, code.as_str());
    }
    Ok(true)
}
