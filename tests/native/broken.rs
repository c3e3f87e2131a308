//! Copies of the content that tests may break.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ict4sdg::site::{
    check::check,
    files::{Files, Problem},
};
use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::common::project;

/// A copy of `public/data` to be broken; it is removed when it goes out of scope.
pub struct DataCopy(TempDir);

impl DataCopy {
    pub fn new() -> Self {
        let copy = Self(tempfile::tempdir().expect("a temporary folder"));
        copy_folder(&project("public/data"), copy.root());
        copy
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    pub fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).expect(file)
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(file), bytes).expect(file);
    }

    pub fn edit(&self, file: &str, change: impl Fn(&mut Value)) {
        let mut value = serde_json::from_slice(&self.bytes(file)).expect(file);
        change(&mut value);
        self.write(file, value.to_string());
    }

    pub fn truncate(&self, file: &str) {
        let bytes = self.bytes(file);
        self.write(file, &bytes[..bytes.len() / 2]);
    }

    /// Cuts a file off within the text of a key, so that the place does not move when other texts are added.
    pub fn cut_in(&self, file: &str, key: &str) {
        let text = String::from_utf8(self.bytes(file)).expect("UTF-8");
        let (before, _) = text.split_once(&format!("\"{key}\": \"")).expect(key);
        self.write(file, format!("{before}\"{key}\": \"cut"));
    }

    pub fn problems(&self) -> Vec<Problem> {
        check(&Files::read(self.root(), &project("target/site"))).0
    }
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().filter_map(Result::ok) {
        let target = to.join(entry.path().strip_prefix(from).expect("a path below the folder"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

/// The link of a cell in `matrix.json`.
pub fn link<'a>(matrix: &'a mut Value, line: &str, goal: u64) -> &'a mut Value {
    let links = matrix["links"].as_array_mut().expect("links");
    links.iter_mut().find(|link| link["line"] == line && link["goal"] == goal).expect("a link")
}

/// A value as the list it is.
pub fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

/// Takes a key away that must be there.
pub fn remove(value: &mut Value, key: &str) {
    assert!(value.as_object_mut().expect("an object").remove(key).is_some(), "{key} is already missing");
}
