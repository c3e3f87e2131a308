//! The site of the last build, from which unchanged files are taken. Only a build in which nothing but content has changed
//! may do so: `scripts/build.sh` says when that is.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// The file, among what builds keep, of the keys of all pages: what each was made of.
const KEYS: &str = "keys.tsv";

/// The endings of a file's twins, and the file itself.
const TWINS: [&str; 3] = ["", ".br", ".gz"];

#[derive(Debug, Default)]
pub struct Previous {
    root: Option<PathBuf>,
    keys: BTreeMap<String, String>,
}

impl Previous {
    /// The last build at `root`; nothing is taken over when there is none.
    pub fn at(root: Option<PathBuf>, work: &Path) -> Self {
        let kept = || fs::read_to_string(work.join(KEYS)).unwrap_or_default();
        let text = if root.is_some() { kept() } else { String::new() };
        let pair = |line: &str| line.split_once('\t').map(|(file, key)| (file.to_owned(), key.to_owned()));
        Self { root, keys: text.lines().filter_map(pair).collect() }
    }

    /// Takes a page over with its compressed twins, if it was made of the same.
    pub fn take(&self, file: &str, key: &str, dist: &Path) -> bool {
        self.keys.get(file).is_some_and(|before| before == key) && self.link(file, dist)
    }

    /// Takes a file over with its twins; false when it is not there.
    pub fn link(&self, file: &str, dist: &Path) -> bool {
        let Some(root) = &self.root else { return false };
        let target = dist.join(file);
        if target.parent().is_none_or(|parent| fs::create_dir_all(parent).is_err()) {
            return false;
        }
        // Twins may be missing: small files have none.
        let linked = |ending: &str| fs::hard_link(with(&root.join(file), ending), with(&target, ending)).is_ok();
        TWINS.into_iter().map(linked).fold(None, |first, done| first.or(Some(done))).unwrap_or(false)
    }

    /// Takes a file over with its twins, if it has these very bytes.
    pub fn take_same(&self, file: &str, bytes: &[u8], dist: &Path) -> bool {
        let before = self.root.as_ref().map(|root| root.join(file));
        let same = |path: PathBuf| {
            fs::metadata(&path).is_ok_and(|found| found.len() == bytes.len() as u64)
                && fs::read(path).is_ok_and(|found| found == bytes)
        };
        before.is_some_and(same) && self.link(file, dist)
    }

    /// Whether a file stands in the last build just as it is staged now: then its twins are taken over.
    pub fn same(&self, file: &Path, dist: &Path) -> bool {
        let Some(root) = &self.root else { return false };
        let Ok(relative) = file.strip_prefix(dist) else { return false };
        let before = root.join(relative);
        let (Ok(now), Ok(then)) = (fs::metadata(file), fs::metadata(&before)) else { return false };
        let unchanged = now.len() == then.len() && now.modified().ok() == then.modified().ok();
        let twin = |ending: &str| {
            let target = with(file, ending);
            target.exists() || fs::hard_link(with(&before, ending), target).is_ok()
        };
        unchanged && TWINS[1..].iter().all(|ending| twin(ending))
    }
}

/// Keeps what every page was made of, for the next build.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(work: &Path, keys: &BTreeMap<String, String>) -> std::io::Result<()> {
    use std::fmt::Write;
    let mut text = String::new();
    for (file, key) in keys {
        let _ = writeln!(text, "{file}\t{key}");
    }
    fs::create_dir_all(work)?;
    fs::write(work.join(KEYS), text)
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
