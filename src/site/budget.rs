//! What readers pay: the sizes of what is sent, held against their budgets.

use std::{fs, path::Path};

use crate::domain::lang::Lang;

/// A file or a sum of files, its size in brotli, and what it may be, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub what: String,
    pub bytes: u64,
    pub limit: u64,
}

const KB: u64 = 1_000;

/// Measures a built site, and the editors' desk, which is built beside it. The largest of each kind counts.
///
/// # Errors
/// When the site is not built, or not compressed.
pub fn measure(dist: &Path, desk: &Path) -> Result<Vec<Line>, String> {
    let css = built(dist, ".css")?;
    let js = built(dist, ".js")?;
    let wasm = built(dist, ".wasm")?;
    let icons = size(&dist.join("icons.svg"))?;
    let favicon = size(&dist.join("favicon.svg"))?;
    let mut rationales = 0;
    let mut matrix = 0;
    let mut cell = 0;
    let mut largest = 0;
    for lang in Lang::ALL {
        let root = dist.join(lang.code());
        rationales = rationales.max(size(&dist.join("data").join(lang.code()).join("matrix.json"))?);
        matrix = matrix.max(size(&root.join("matrix/index.html"))?);
        for entry in walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok) {
            if entry.file_name() != "index.html" {
                continue;
            }
            let bytes = size(entry.path())?;
            largest = largest.max(bytes);
            // matrix/{line}/{goal}/index.html
            if entry.depth() == 4 && entry.path().starts_with(root.join("matrix")) {
                cell = cell.max(bytes);
            }
        }
    }
    let line = |what: &str, bytes: u64, limit: u64| Line { what: what.to_owned(), bytes, limit: limit * KB };
    Ok(vec![
        line("page of the matrix, with its data", matrix, 14),
        line("page of a link", cell, 7),
        line("style sheet", css, 12),
        line("rationales of a language", rationales, 16),
        line("WebAssembly", wasm, 180),
        line("JavaScript glue", js, 20),
        line("first visit, all told", largest + css + js + wasm + icons + favicon + rationales, 260),
        line("form for members, all told", form(dist)?, 60),
        line("WebAssembly of the editors' desk", size(&desk.join("staff/staff_bg.wasm"))?, 200),
    ])
}

/// The page of the form in its largest language, its words and its scripts, beside the style sheet that every page has.
fn form(dist: &Path) -> Result<u64, String> {
    let mut scripts = 0;
    let folder = dist.join("submit");
    for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            scripts += size(&path)?;
        }
    }
    let mut largest = 0;
    for lang in Lang::ALL {
        let page = size(&dist.join(lang.code()).join("submit/index.html"))?;
        largest = largest.max(page + size(&dist.join("library").join(lang.code()).join("form.json"))?);
    }
    Ok(scripts + largest)
}

/// The size of a file as it is sent: its brotli twin, or itself when it is too small for one.
fn size(path: &Path) -> Result<u64, String> {
    let mut twin = path.as_os_str().to_owned();
    twin.push(".br");
    fs::metadata(&twin)
        .or_else(|_| fs::metadata(path))
        .map(|meta| meta.len())
        .map_err(|error| format!("{}: {error}; build the site first", path.display()))
}

fn built(dist: &Path, ending: &str) -> Result<u64, String> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let path = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("site-") && name.ends_with(ending)
        })
        .ok_or_else(|| format!("{}: no {ending} file", dist.display()))?;
    size(&path)
}
