//! The editors' desk: an application of its own, on an origin of its own (`docs/api.md`). Staff sign in, look at what has
//! come in, and publish, correct, withdraw or reject it.

mod api;
mod decide;
mod desk;
mod edit;
mod fetch;
mod letters;
mod published;
mod queue;
mod records;
mod review;
mod words;

/// Starts the desk on the page.
pub fn start() {
    leptos::mount::mount_to_body(desk::Desk);
}
