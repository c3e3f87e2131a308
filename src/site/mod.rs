//! The native tool: checks the content, prerenders every page, and serves the result.

pub mod budget;
pub mod build;
pub mod check;
pub mod choice;
pub mod cli;
pub mod compress;
pub mod csv;
pub mod document;
pub mod feeds;
pub mod files;
pub mod head;
pub mod headers;
pub mod json_ld;
pub mod pages;
pub mod pictures;
pub mod places;
pub mod render;
pub mod schema;
pub mod search_records;
pub mod serve;
pub mod settings;
pub mod share;
pub mod sitemap;
pub mod stories;
pub mod style;
