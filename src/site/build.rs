//! The files that Trunk made: found by their names, which carry a hash of their content.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};

/// Names of the built files, relative to the root of the site.
#[derive(Clone, Debug)]
pub struct Assets {
    pub js: String,
    pub wasm: String,
    pub css: String,
    pub css_integrity: String,
}

impl Assets {
    /// Finds the assets in the folder that Trunk is staging.
    ///
    /// # Errors
    /// When one of them is missing or there are several.
    pub fn find(dist: &Path) -> Result<Self, String> {
        let css = only(dist, "site-", ".css")?;
        let bytes = fs::read(dist.join(&css)).map_err(|error| format!("{css}: {error}"))?;
        Ok(Self {
            js: only(dist, "site-", ".js")?,
            wasm: only(dist, "site-", ".wasm")?,
            css_integrity: format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&bytes))),
            css,
        })
    }

    /// The hash in the name of the WebAssembly: it changes with the code, not with the content.
    pub fn build_id(&self) -> String {
        self.wasm.trim_start_matches("site-").trim_end_matches("_bg.wasm").to_owned()
    }
}

fn only(dist: &Path, prefix: &str, suffix: &str) -> Result<String, String> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with(prefix) && name.ends_with(suffix))
        .collect();
    match (names.pop(), names.is_empty()) {
        (Some(name), true) => Ok(name),
        (None, _) => Err(format!("{}: there is no {prefix}*{suffix}", dist.display())),
        (Some(_), false) => Err(format!("{}: there are several {prefix}*{suffix}", dist.display())),
    }
}
