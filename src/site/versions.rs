//! Versions of the matrix that stay as they are, for those who embed it as it was.

use std::{fs, path::Path};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    files::{EMBED, Files, version_path},
    pages::Content,
};
use crate::domain::content::{EmbedFile, GoalsFile, LinesFile, MatrixFile, TargetsFile, Version, VersionFile};

/// The name of a version: the first twelve digits of the SHA-256 of its content, so that no other content can have it.
pub fn id(version: &VersionFile) -> String {
    let digest = format!("{:x}", Sha256::digest(serde_json::to_vec(version).unwrap_or_default()));
    digest[..12].to_owned()
}

/// Keeps the matrix of the files as a version. Answers with its name, and whether it is new.
///
/// # Errors
/// When a file of the matrix is missing, or cannot be written.
pub fn freeze(files: Files, data: &Path) -> Result<(String, bool), String> {
    let missing = || "the matrix is not complete: `site check` says what is missing".to_owned();
    let mut embed = files.embed.ok_or_else(missing)?;
    let version = VersionFile {
        lines: files.lines.ok_or_else(missing)?,
        goals: files.goals.ok_or_else(missing)?,
        targets: files.targets.ok_or_else(missing)?,
        matrix: files.matrix.ok_or_else(missing)?,
        rationales: files.rationales,
    };
    let id = id(&version);
    if embed.versions.iter().any(|kept| kept.id == id) {
        return Ok((id, false));
    }
    embed.versions.push(Version { id: id.clone(), date: version.matrix.as_of.clone() });
    let path = data.join(version_path(&id));
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| error.to_string())?;
    write(&path, &serde_json::to_value(&version).unwrap_or_default())?;
    write(&data.join(EMBED), &serde_json::to_value::<&EmbedFile>(&embed).unwrap_or_default())?;
    Ok((id, true))
}

fn write(path: &Path, value: &Value) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    fs::write(path, text + "\n").map_err(|error| format!("{}: {error}", path.display()))
}

/// The content with the matrix as it was.
pub fn as_it_was(content: &Content, id: &str, file: &VersionFile) -> Content {
    let mut then = content.clone();
    then.lines.clone_from(&file.lines.lines);
    then.goals.clone_from(&file.goals.goals);
    then.targets.clone_from(&file.targets.targets);
    then.links.clone_from(&file.matrix.links);
    then.document_sources.clone_from(&file.matrix.document_sources);
    then.as_of.clone_from(&file.matrix.as_of);
    then.rationales.clone_from(&file.rationales);
    then.version = Some(id.to_owned());
    then
}

/// Whether the matrix has changed since a version.
pub fn is_outdated(content: &Content, id: &str) -> bool {
    let now = VersionFile {
        lines: LinesFile { lines: content.lines.clone() },
        goals: GoalsFile { goals: content.goals.clone() },
        targets: TargetsFile { targets: content.targets.clone() },
        matrix: MatrixFile {
            links: content.links.clone(),
            document_sources: content.document_sources.clone(),
            as_of: content.as_of.clone(),
        },
        rationales: content.rationales.clone(),
    };
    self::id(&now) != id
}

/// The rationales of a version in each language, as the explorer fetches them: path and content.
pub fn rationales(id: &str, file: &VersionFile) -> Vec<(String, Value)> {
    let each = file.rationales.iter();
    each.map(|(lang, said)| (format!("data/versions/{id}/{}.json", lang.code()), json!(said))).collect()
}
