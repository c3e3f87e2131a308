//! The editors' desk, in the browser; natively there is none.

#[cfg(target_arch = "wasm32")]
fn main() {
    ict4sdg::staff::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("staff: the desk runs in a browser; `make build` makes it, docs/api.md says how it is served");
    std::process::ExitCode::FAILURE
}
