//! Handed-over submissions into the repository: a case study as a reviewable change, without the contact.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};

use super::{
    check::check,
    files::{Files, LARGEST, read_json, story_path},
    import::put,
};
use crate::domain::{
    day::Day,
    names::Slug,
    slug_for::slug_for,
    story::{Block, Story},
    submission::{PICTURE_BYTES, Picture, Submission, SubmissionFile},
};

/// Folder of the pictures of case studies, below the data.
const IMAGES: &str = "case-studies/images";

/// Turns a handed-over file into a case study, unless anything is wrong with it or its address is taken.
///
/// # Errors
/// Everything that is wrong, one problem a line; then nothing is written.
pub fn import(file: &Path, slug: Option<Slug>, data: &Path, work: &Path, today: Day) -> Result<Slug, String> {
    let size = fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    if size > LARGEST {
        return Err(format!("{}: has {size} bytes, more than {LARGEST}", file.display()));
    }
    let SubmissionFile { data: sent } =
        read_json(file).map_err(|(place, what)| format!("{}: {place} {what}", file.display()))?;
    let faults: Vec<String> = sent.faults().into_iter().map(|(field, what)| format!("{field}: {what}")).collect();
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let slug = slug
        .or_else(|| slug_for(&sent.title, &sent.organisation, sent.years.from))
        .ok_or("no address follows from the title: give one with --slug")?;
    if data.join(story_path(slug.as_str())).exists() {
        return Err(format!("there is a case study {slug} already: give another address with --slug"));
    }
    let (story, pictures) = with_pictures(&sent, &slug, today)?;
    write_checked(story, &pictures, data, work)?;
    Ok(slug)
}

/// The name and the bytes of a picture.
type Image = (String, Vec<u8>);

/// The case study with the pictures that came within the file: their names and bytes.
fn with_pictures(sent: &Submission, slug: &Slug, today: Day) -> Result<(Story, Vec<Image>), String> {
    let mut story = sent.story(slug.clone(), today);
    let mut files = Vec::new();
    for (at, picture) in sent.pictures.iter().enumerate() {
        let Some(data) = &picture.data else { continue };
        let (ending, bytes) =
            decoded(data).ok_or("a picture within the file is no JPEG, PNG or WebP of up to 300 kB")?;
        let image = format!("{slug}-{}.{ending}", at + 1);
        let Picture { alt, caption, .. } = picture;
        story.body.push(Block::Figure { image: image.clone(), alt: alt.clone(), caption: caption.clone() });
        files.push((image, bytes));
    }
    Ok((story, files))
}

/// The ending and the bytes of a picture written as `data:image/png;base64,…`, if it begins as such a file does.
fn decoded(data: &str) -> Option<(&'static str, Vec<u8>)> {
    let (kind, body) = data.strip_prefix("data:image/")?.split_once(";base64,")?;
    let bytes = BASE64_STANDARD.decode(body).ok().filter(|bytes| bytes.len() <= PICTURE_BYTES)?;
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    match kind {
        "jpeg" if bytes.starts_with(&[0xff, 0xd8, 0xff]) => Some(("jpg", bytes)),
        "png" if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some(("png", bytes)),
        "webp" if is_webp => Some(("webp", bytes)),
        _ => None,
    }
}

/// Writes the story and its pictures; takes them away again when the content is not sound with them.
fn write_checked(story: Story, pictures: &[Image], data: &Path, work: &Path) -> Result<(), String> {
    let file = story_path(story.id.as_str());
    let folder = data.join(IMAGES);
    let mut written = vec![data.join(&file)];
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in pictures {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        written.push(path);
    }
    put(data, story)?;
    // Pictures are made small by the next build, which then finds them.
    let (problems, _) = check(&Files::read(data, work));
    let problems: Vec<String> = problems
        .into_iter()
        .filter(|problem| problem.file == file && !problem.what.starts_with("there is no picture"))
        .map(|problem| problem.to_string())
        .collect();
    if problems.is_empty() {
        return Ok(());
    }
    for path in written {
        let _ = fs::remove_file(path);
    }
    Err(problems.join("\n"))
}
