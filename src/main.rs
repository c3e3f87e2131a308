//! In the browser: the application. Natively: the `site` tool that checks, prerenders and serves.

#[cfg(target_arch = "wasm32")]
fn main() {
    ict4sdg::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ict4sdg::site::cli::main()
}
