//! The commands of the `site` tool. `make` calls them; each says what it did in a line.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Parser, Subcommand};

use super::{
    budget,
    check::{self, Coverage},
    compress,
    files::Files,
    pages::Content,
    render::{self, POLICY_FILE},
    serve,
    settings::Settings,
    share, style,
};
use crate::domain::day::Day;

#[derive(Parser)]
#[command(name = "site", about = "Checks, prerenders and serves #ICT4SDG.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check all content; print every problem and fail if there is one.
    Check {
        /// The folder of the data files.
        #[arg(default_value = "public/data")]
        data: PathBuf,
    },
    /// Write the part of the style sheet that follows from the data.
    Style {
        #[arg(default_value = "target/site/axes.css")]
        out: PathBuf,
    },
    /// Check the content and prerender every page into the folder that Trunk is staging.
    Render {
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        #[command(flatten)]
        settings: Settings,
        /// Keep Trunk's live-reload script.
        #[arg(long, env = "SITE_DEV")]
        dev: bool,
    },
    /// Write the precompressed twins of everything in the folder that Trunk is staging.
    Compress {
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
    },
    /// Serve the built site on this machine.
    Serve {
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        #[arg(long, env = "PORT", default_value_t = 8080)]
        port: u16,
        #[command(flatten)]
        settings: Settings,
    },
    /// Print the sizes of what is sent beside their budgets; fail when one is missed.
    Budget {
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
    },
}

/// Where compressed files are kept between builds.
const CACHE: &str = "target/site/compressed";

/// Where share pictures are kept between builds.
const POSTERS: &str = "target/site/posters";

pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check { data } => check_content(&data).map(|_| ()),
        Command::Style { out } => write_style(&out),
        Command::Render { dist, settings, dev } => render_site(dist, settings, dev),
        Command::Compress { dist } => compress::precompress(&dist, Path::new(CACHE)).map_err(|error| error.to_string()),
        Command::Serve { dist, port, settings } => serve_site(dist, port, settings),
        Command::Budget { dist } => print_budget(&dist),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("site: {message}");
            ExitCode::FAILURE
        }
    }
}

fn check_content(data: &Path) -> Result<Content, String> {
    let files = Files::read(data);
    let (problems, coverage) = check::check(&files);
    print_coverage(&coverage);
    for problem in &problems {
        eprintln!("{}/{problem}", data.display());
    }
    if !problems.is_empty() {
        return Err(format!("{} problems in the content", problems.len()));
    }
    let content = Content::complete(files, today()).ok_or("the content is not complete")?;
    println!(
        "Content checked: {} action lines, {} goals, {} targets, {} links, {} case studies, {} sources, no problems.",
        content.lines.len(),
        content.goals.len(),
        content.targets.len(),
        content.links.len(),
        content.stories.all.len(),
        content.sources.len(),
    );
    Ok(content)
}

/// Today, in universal time.
fn today() -> Day {
    let now = time::OffsetDateTime::now_utc();
    Day { year: u16::try_from(now.year()).unwrap_or(1900), month: now.month().into(), day: now.day() }
}

fn print_coverage(coverage: &Coverage) {
    for ((kind, lang), count) in &coverage.missing {
        println!("Not yet translated: {count} {kind} in {} (shown in English, marked).", lang.code());
    }
}

fn write_style(out: &Path) -> Result<(), String> {
    let files = Files::read(Path::new("public/data"));
    let (Some(lines), Some(goals)) = (files.lines, files.goals) else {
        return Err("lines.json or goals.json cannot be read; `site check` says why".to_owned());
    };
    let css = style::axes(&lines.lines, &goals.goals);
    let parent = out.parent().map_or(Ok(()), fs::create_dir_all);
    // Unchanged files keep their time, so that a watcher does not build without end.
    if fs::read_to_string(out).is_ok_and(|before| before == css) {
        return Ok(());
    }
    parent.and_then(|()| fs::write(out, css)).map_err(|error| format!("{}: {error}", out.display()))
}

fn render_site(dist: PathBuf, settings: Settings, dev: bool) -> Result<(), String> {
    let start = Instant::now();
    let content = check_content(Path::new("public/data"))?;
    let target = render::Target { dist, settings, reload: dev };
    let pages = render::site(&content, &target)?;
    println!("Prerendered {pages} pages in {:.1} s.", start.elapsed().as_secs_f32());
    let start = Instant::now();
    let pictures = share::write_all(&content, &target.settings, &target.dist, Path::new(POSTERS))?;
    println!("Drew {pictures} share pictures in {:.1} s.", start.elapsed().as_secs_f32());
    Ok(())
}

fn serve_site(dist: PathBuf, port: u16, settings: Settings) -> Result<(), String> {
    let policy = fs::read_to_string(dist.join(POLICY_FILE))
        .map_err(|error| format!("{}: {error}; build the site first", dist.join(POLICY_FILE).display()))?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(serve::serve(dist, settings.base, policy, port)).map_err(|error| format!("port {port}: {error}"))
}

fn print_budget(dist: &Path) -> Result<(), String> {
    let lines = budget::measure(dist)?;
    println!("Bytes sent (brotli)");
    for line in &lines {
        let verdict = if line.bytes <= line.limit { "within" } else { "OVER" };
        println!("  {:<36} {:>8} of {:>8}  {verdict}", line.what, line.bytes, line.limit);
    }
    match lines.iter().filter(|line| line.bytes > line.limit).count() {
        0 => Ok(()),
        over => Err(format!("{over} budgets missed")),
    }
}
