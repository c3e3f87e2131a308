//! One file a page: composition only.

pub mod about;
pub mod cell;
pub mod data;
pub mod goal;
pub mod home;
pub mod library;
pub mod line;
pub mod matrix;
pub mod not_found;
pub mod place;
pub mod prose;
pub mod search;
pub mod story;
