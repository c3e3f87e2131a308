//! The native tests: one binary, a module a subject.

mod architecture;
mod base_path;
mod broken;
mod colour;
mod common;
mod content;
mod fallback;
mod faults;
mod grid;
mod html;
mod ids;
mod matrix_page;
mod packed;
mod pages;
mod plural;
mod query;
mod rules_body;
mod rules_head;
mod rules_links;
mod rules_words;
mod schema;
mod settings;
mod sitemap;
mod text;
mod unreadable;
