// SPDX-License-Identifier: EUPL-1.2
//! What tests share: a small glossary in a folder of its own, the service in this process, and the real program.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::Data;
use serde_json::Value;
use taalbrug::diagnostic::BASE;
use taalbrug::http::{App, Settings, common_headers, routes, watched};
use taalbrug::model::Date;
use taalbrug::publication::{Places, Publication, Shelf};

/// The day on which rules are held against dates, whenever the tests run.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The glossary of the project.
pub fn real_glossary() -> PathBuf {
    root().join("glossary")
}

/// A glossary folder that goes when the test ends.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with the small sound glossary.
    pub fn base() -> Self {
        let folder = Self::empty();
        for (path, text) in BASE {
            folder.write(path, text);
        }
        folder
    }

    /// A folder with nothing in it, which anyone may look into.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("rights");
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file in it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().expect("a file has a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    /// Replaces text in a file of it.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path().join(path)).expect("the file to edit");
        assert!(text.contains(old), "{path} does not hold {old}");
        self.write(path, text.replacen(old, new, 1));
    }
}

/// A publication of a folder, with its index in memory.
pub fn publication(folder: &Path) -> Publication {
    let places = Places { glossary: folder.to_owned(), index: None, model: None };
    Publication::build(&places).unwrap_or_else(|error| panic!("{error}"))
}

/// The service in this process, over one publication.
pub struct Service(Data<App>);

/// An answer of the service.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Service {
    /// Over the small glossary.
    pub fn base() -> Self {
        Self::over(Folder::base().path())
    }

    /// Over the glossary of the project.
    pub fn real() -> Self {
        Self::over(&real_glossary())
    }

    /// Over a folder.
    pub fn over(folder: &Path) -> Self {
        Self::of(Arc::new(Shelf::new(publication(folder))), Settings::default())
    }

    /// Over a folder, with the model of another.
    pub fn with_model(glossary: &Path, model: &Path) -> Self {
        let places = Places { glossary: glossary.to_owned(), index: None, model: Some(model.to_owned()) };
        let publication = Publication::build(&places).unwrap_or_else(|error| panic!("{error}"));
        Self::of(Arc::new(Shelf::new(publication)), Settings::default())
    }

    /// Over a shelf, with settings.
    pub fn of(shelf: Arc<Shelf>, settings: Settings) -> Self {
        Self(Data::new(App::new(shelf, settings)))
    }

    /// The same, on another day.
    pub fn with_clock(shelf: Arc<Shelf>, settings: Settings, today: fn() -> Date) -> Self {
        Self(Data::new(App::new(shelf, settings).with_clock(today)))
    }

    /// Asks with any request.
    pub fn ask(&self, request: TestRequest) -> Reply {
        let app = self.0.clone();
        actix_web::rt::System::new().block_on(async move {
            let service = actix_web::App::new().app_data(app).wrap(from_fn(common_headers)).wrap(from_fn(watched));
            let service = init_service(service.configure(routes)).await;
            let response = call_service(&service, request.to_request()).await;
            let (status, headers) = (response.status(), response.headers().clone());
            Reply { status, headers, body: read_body(response).await.to_vec() }
        })
    }

    /// Asks for an address.
    pub fn get(&self, path: &str) -> Reply {
        self.ask(TestRequest::get().uri(path))
    }

    /// Asks for an address and reads the JSON of a good answer.
    pub fn json(&self, path: &str) -> Value {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.json()
    }

    /// Sends JSON.
    pub fn post(&self, path: &str, body: &Value) -> Reply {
        self.ask(TestRequest::post().uri(path).set_json(body))
    }
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

/// The program with arguments.
pub fn taalbrug(arguments: &[&str]) -> Command {
    let mut command = without_settings(Command::new(env!("CARGO_BIN_EXE_taalbrug")));
    command.args(arguments).current_dir(root()).env("TAALBRUG_LISTEN", "127.0.0.1:0");
    command
}

/// The same without what whoever runs the tests has set for the program or its checks.
fn without_settings(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TAALBRUG_")) {
        command.env_remove(name);
    }
    command
}

/// The program with arguments, for whoever has no rights: as nobody when the tests run as root, who may do anything.
pub fn taalbrug_without_rights(arguments: &[&str]) -> Command {
    static COPY: OnceLock<tempfile::TempDir> = OnceLock::new();
    let home = COPY.get_or_init(|| {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::copy(env!("CARGO_BIN_EXE_taalbrug"), home.path().join("taalbrug")).expect("a copy of the program");
        for path in [home.path().to_owned(), home.path().join("taalbrug")] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("rights");
        }
        home
    });
    let mut command = without_settings(Command::new(home.path().join("taalbrug")));
    command.args(arguments).current_dir(home.path()).env("TAALBRUG_LISTEN", "127.0.0.1:0");
    if Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n")) {
        command.uid(65_534).gid(65_534);
    }
    command
}

/// Runs the program and waits for it.
pub fn run(arguments: &[&str]) -> Output {
    taalbrug(arguments).output().expect("the program runs")
}

/// What a finished program printed, both streams.
pub fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A running server, stopped when dropped.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
    /// What it printed before it served.
    pub welcome: String,
    printed: Option<JoinHandle<String>>,
    told: Option<JoinHandle<String>>,
}

impl Server {
    /// Starts `taalbrug serve` on a free port of this machine.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let told = read_on(child.stderr.take().expect("its errors"));
        let mut lines = BufReader::new(child.stdout.take().expect("its output"));
        let (mut welcome, mut address) = (String::new(), String::new());
        while !welcome.contains("\nIndex ") {
            let mut line = String::new();
            let goes_on = lines.read_line(&mut line).is_ok_and(|length| length > 0);
            assert!(goes_on, "the server stopped: {welcome}{}", told.join().unwrap_or_default());
            if let Some((_, rest)) = line.split_once("http://") {
                rest.trim_end().split('/').next().unwrap_or("").clone_into(&mut address);
            }
            welcome.push_str(&line);
        }
        let server = Self { child, address, welcome, printed: Some(read_on(lines)), told: Some(told) };
        let (status, _) = server.get("/terms");
        assert!(status > 0);
        server
    }

    /// Status and body of an address.
    pub fn get(&self, path: &str) -> (u16, String) {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            match self.try_get(path) {
                Ok(answer) => return answer,
                Err(error) => assert!(Instant::now() < deadline, "no answer from {}: {error}", self.address),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn try_get(&self, path: &str) -> std::io::Result<(u16, String)> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    /// Status and body of a request, sent as it stands.
    pub fn send(&self, request: &str) -> std::io::Result<(u16, String)> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body).to_owned();
        Ok((status, body))
    }

    /// Asks until the answer satisfies, for at most twenty seconds; gives the last answer.
    pub fn wait_for(&self, path: &str, satisfies: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let (_, body) = self.get(path);
            if satisfies(&body) || Instant::now() > deadline {
                return body;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Sends a signal by name.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(status.is_ok_and(|status| status.success()), "kill -{name}");
    }

    /// Waits until it stops, and gives its exit code and what it printed on standard error.
    pub fn stopped(mut self) -> (Option<i32>, String) {
        let told = self.told.take().and_then(|told| told.join().ok()).unwrap_or_default();
        (self.child.wait().ok().and_then(|status| status.code()), told)
    }

    /// Stops it in order, and gives all that it printed on both streams.
    pub fn everything_it_said(mut self) -> String {
        self.signal("TERM");
        let printed = self.printed.take().and_then(|printed| printed.join().ok()).unwrap_or_default();
        format!("{}{printed}{}", self.welcome.clone(), self.stopped().1)
    }
}

/// Reads on to the end, beside the test: a program that nobody listens to would wait.
fn read_on(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = String::new();
        stream.read_to_string(&mut text).map(|_| text).unwrap_or_default()
    })
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// So many short words, all different.
pub fn words(count: usize) -> String {
    (0..count).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ")
}

/// Holds a text against a golden file; `UPDATE_GOLDEN=1` writes the file instead.
pub fn golden(name: &str, text: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of golden files");
        fs::write(&path, text).expect("a golden file");
        return;
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{name} changed; look at it with UPDATE_GOLDEN=1 cargo test and git diff.\n{text}");
}
