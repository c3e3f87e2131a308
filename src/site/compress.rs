//! Precompressed twins of every file that gains from it, so that any plain server can send them.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use brotlic::{BrotliEncoderOptions, CompressorWriter, Quality};
use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::previous::Previous;

/// Endings of files that are text or compress like it.
const ENDINGS: [&str; 12] =
    ["html", "css", "js", "wasm", "json", "csv", "svg", "xml", "txt", "webmanifest", "pagefind", "pf_meta"];

/// Below this a twin is not worth a request header.
const SMALLEST: usize = 200;

/// Writes `.br` and `.gz` beside every file below `dist`. What was compressed before comes from `cache`,
/// by the hash of its content, so that an unchanged page costs nothing.
///
/// # Errors
/// When a file cannot be read or written.
pub fn precompress(dist: &Path, cache: &Path, previous: &Previous) -> io::Result<()> {
    fs::create_dir_all(cache)?;
    let files: Vec<PathBuf> = walkdir::WalkDir::new(dist)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| {
            path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| ENDINGS.contains(&ending))
        })
        .collect();
    files.par_iter().filter(|path| !previous.same(path, dist)).try_for_each(|path| twins(path, cache))
}

fn twins(path: &Path, cache: &Path) -> io::Result<()> {
    let bytes = fs::read(path)?;
    if bytes.len() < SMALLEST {
        return Ok(());
    }
    let hash = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes));
    for (ending, pack) in [("br", brotli as fn(&[u8]) -> io::Result<Vec<u8>>), ("gz", gzip)] {
        let kept = cache.join(format!("{hash}.{ending}"));
        let mut twin = path.as_os_str().to_owned();
        twin.push(".");
        twin.push(ending);
        if !kept.exists() {
            // Written aside and renamed: an interrupted build leaves no half file in the cache.
            let aside = cache.join(format!("{hash}.{ending}.{}", std::process::id()));
            fs::write(&aside, pack(&bytes)?)?;
            fs::rename(&aside, &kept)?;
        }
        fs::copy(&kept, twin)?;
    }
    Ok(())
}

/// How files are told of which there are very many: pages of imported case studies and the later ones of the library, and
/// the data of the former.
const MANY: [&str; 3] = ["data-many", "\"origin\":\"imported\"", "\"origin\": \"imported\""];

/// Bytes beyond which a list, such as `case-studies.csv`, is one of very many entries.
const LONG: usize = 1_000_000;

/// Brotli at its highest quality: pages are compressed once and read often. Of some there are very many, each read
/// seldom, and some lists are very long: a tenth of the time makes them a fifth larger.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let text = bytes.starts_with(b"<!DOCTYPE") || bytes.starts_with(b"{");
    let long = bytes.len() > LONG && !bytes.starts_with(b"\0asm");
    let many = long || text && MANY.iter().any(|sign| memchr::memmem::find(bytes, sign.as_bytes()).is_some());
    let quality = if many { Quality::new(5).unwrap_or(Quality::best()) } else { Quality::best() };
    let options = BrotliEncoderOptions::new().quality(quality).build().map_err(io::Error::other)?;
    let mut encoder = CompressorWriter::with_encoder(options, Vec::new());
    encoder.write_all(bytes)?;
    encoder.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
