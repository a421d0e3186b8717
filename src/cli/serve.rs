// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug serve`: pages and API, and edits picked up while it runs.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use crate::cli::terminal::{HEADING, QUIET, say, styled};
use crate::cli::{Common, could_not_run, log, operators};
use crate::embedding::{Embedder, Thresholds};
use crate::http::{
    self, App, Assistants, BaseUrl, Contact, FrameAncestors, SecurityContact, Serving, Settings, Template, Unfit,
};
use crate::publication::{Publication, Shelf, watch};
use crate::search::Opening;
use crate::source::{read_secret, stamp};
use crate::webhook::{self, Hook, Pace};

/// Where the secret of webhooks stands: no option, so that it is in no list of processes and in no configuration.
const SECRET: &str = "TAALBRUG_WEBHOOK_SECRET";

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Map voor de zoekindex (the folder for the search index)
    #[arg(long, env = "TAALBRUG_INDEX", value_name = "MAP", default_value = "index", hide_env = true)]
    pub index: PathBuf,
    /// Adres om op te luisteren (the address to listen on)
    #[arg(long, env = "TAALBRUG_LISTEN", value_name = "ADRES", default_value = "127.0.0.1:8080", hide_env = true)]
    pub listen: String,
    /// Naam van het team achter de dienst (the name of the team behind the service)
    #[arg(long, env = "TAALBRUG_CONTACT_NAME", value_name = "NAAM", hide_env = true)]
    contact_name: Option<String>,
    /// Mailadres van het team (the team's mail address)
    #[arg(long, env = "TAALBRUG_CONTACT_EMAIL", value_name = "MAIL", hide_env = true)]
    contact_email: Option<String>,
    /// Webadres van het team (the team's web address)
    #[arg(long, env = "TAALBRUG_CONTACT_URL", value_name = "ADRES", hide_env = true)]
    contact_url: Option<String>,
    /// Waar men een lek meldt, voor security.txt: mailto: of https: (where to report a vulnerability)
    #[arg(long, env = "TAALBRUG_SECURITY_CONTACT", value_name = "ADRES", hide_env = true)]
    security_contact: Option<String>,
    /// Tot wanneer dat geldt, zoals 2027-06-30T00:00:00Z (until when that holds)
    #[arg(long, env = "TAALBRUG_SECURITY_EXPIRES", value_name = "TIJD", hide_env = true)]
    pub security_expires: Option<String>,
    /// Webadres waarop mensen de dienst vinden, zonder pad (the web address of the service, without a path)
    #[arg(long, env = "TAALBRUG_BASE_URL", value_name = "ADRES", hide_env = true)]
    base_url: Option<String>,
    /// Sites die onze bladzijden in een venster mogen tonen, met spaties ertussen (sites that may show us in a frame)
    #[arg(long, env = "TAALBRUG_FRAME_ANCESTORS", value_name = "SITES", hide_env = true)]
    frame_ancestors: Option<String>,
    /// Waar een woord te wijzigen is, met {term} erin (where to change a word, with {term} in it)
    #[arg(long, env = "TAALBRUG_EDIT_URL", value_name = "ADRES", hide_env = true)]
    edit_url: Option<String>,
    /// Waar een nieuw woord voor te stellen is, met {word} erin (where to propose a word, with {word} in it)
    #[arg(long, env = "TAALBRUG_PROPOSE_URL", value_name = "ADRES", hide_env = true)]
    propose_url: Option<String>,
    /// Of assistenten mogen vragen op /mcp (whether assistants may ask at /mcp)
    #[arg(long, env = "TAALBRUG_MCP", value_name = "KEUZE", default_value = "on", hide_env = true, value_parser = ["on", "off"])]
    mcp: String,
    /// Sites waarvan de bladzijden ook op /mcp mogen vragen, met spaties ertussen (sites whose pages may ask at /mcp too)
    #[arg(long, env = "TAALBRUG_MCP_ORIGINS", value_name = "SITES", hide_env = true)]
    mcp_origins: Option<String>,
    /// Adressen die horen dat er een nieuwe versie is, met spaties ertussen (addresses that are told of a new revision)
    #[arg(long, env = "TAALBRUG_WEBHOOK_URLS", value_name = "ADRESSEN", hide_env = true)]
    webhook_urls: Option<String>,
    /// Bestand met het geheim voor die adressen; of zet het in de omgeving (a file with the secret for these addresses)
    #[arg(long, env = "TAALBRUG_WEBHOOK_SECRET_FILE", value_name = "BESTAND", hide_env = true)]
    webhook_secret_file: Option<PathBuf>,
    /// Hoeveel het logboek vertelt; nooit wat mensen typen (how much the log tells; never what people type)
    #[arg(long, env = "TAALBRUG_LOG", value_name = "NIVEAU", default_value = "info", hide_env = true, value_parser = log::LEVELS)]
    log: String,
    #[command(flatten)]
    pub operators: operators::Operators,
}

impl Options {
    /// The settings, wherever they come from; or why they cannot be used.
    pub fn settings(&self) -> Result<Settings, String> {
        let contact = all_or_none([
            ("--contact-name", &self.contact_name),
            ("--contact-email", &self.contact_email),
            ("--contact-url", &self.contact_url),
        ])?;
        let security = all_or_none([
            ("--security-contact", &self.security_contact),
            ("--security-expires", &self.security_expires),
        ])?;
        let contact = contact.map(|[name, email, url]| Contact::parse(name, email, url));
        let now = jiff::Timestamp::now();
        let security = security.map(|[address, expires]| SecurityContact::parse(address, expires, now));
        let why = |unfit: Unfit| unfit.to_string();
        let base_url = self.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty()).map(BaseUrl::parse);
        let sites = self.frame_ancestors.as_deref().unwrap_or_default();
        let assistants = Assistants::from_sites(self.mcp_origins.as_deref().unwrap_or_default()).map_err(why)?;
        Ok(Settings {
            contact: contact.transpose().map_err(why)?,
            security: security.transpose().map_err(why)?,
            base_url: base_url.transpose().map_err(why)?,
            frame_ancestors: FrameAncestors::parse(sites).map_err(why)?,
            edit: given(self.edit_url.as_ref()).map(Template::edit).transpose().map_err(why)?,
            propose: given(self.propose_url.as_ref()).map(Template::propose).transpose().map_err(why)?,
            assistants: if self.mcp == "off" { Assistants::Off } else { assistants },
        })
    }
}

impl Options {
    /// The addresses that are told of a new revision; or why they cannot be used.
    fn hooks(&self) -> Result<Vec<Hook>, String> {
        let Some(addresses) = given(self.webhook_urls.as_ref()) else { return Ok(Vec::new()) };
        if given(self.base_url.as_ref()).is_none() {
            return Err(
                "bij --webhook-urls hoort --base-url: het bericht noemt waar te lezen is wat er wijzigde.".to_owned()
            );
        }
        let secret = std::env::var(SECRET).ok().filter(|secret| !secret.trim().is_empty());
        let secrets = match (secret, &self.webhook_secret_file) {
            (Some(_), Some(_)) => {
                return Err(format!(
                    "het geheim staat op twee plaatsen: {SECRET} en --webhook-secret-file. Kies er een."
                ));
            }
            (Some(secret), None) => secret,
            (None, Some(path)) => read_secret(path).map_err(|error| error.to_string())?,
            (None, None) => String::new(),
        };
        Hook::all(addresses, &secrets).map_err(|unfit| unfit.to_string())
    }
}

/// What was filled in; a blank option was not given.
fn given(option: Option<&String>) -> Option<&str> {
    option.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Options that belong together, by name: all of them or none. A blank one was not given.
fn all_or_none<'a, const N: usize>(options: [(&str, &'a Option<String>); N]) -> Result<Option<[&'a str; N]>, String> {
    let given = options.map(|(_, option)| given(option.as_ref()).unwrap_or_default());
    match given.iter().filter(|text| !text.is_empty()).count() {
        0 => Ok(None),
        count if count == N => Ok(Some(given)),
        _ => {
            let names = options.map(|(name, _)| name).join(", ");
            Err(format!("deze keuzes horen bij elkaar: {names}. Vul ze allemaal in, of geen."))
        }
    }
}

pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    log::begin(&options.log, &options.operators.log_format);
    let settings = match options.settings() {
        Ok(settings) => settings,
        Err(why) => return could_not_run(&why),
    };
    let hooks = match options.hooks() {
        Ok(hooks) => hooks,
        Err(why) => return could_not_run(&why),
    };
    let bound = http::bind(&options.listen).and_then(|listener| Ok((listener, options.operators.bind()?)));
    let (listener, operators) = match bound {
        Ok(bound) => bound,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let seen = stamp(&common.glossary);
    let publication = match common.publication(Some(options.index.clone())) {
        Ok(publication) => publication,
        Err(code) => return code,
    };
    let named = |listener: &TcpListener, asked: &str| {
        listener.local_addr().map_or_else(|_| asked.to_owned(), |address| address.to_string())
    };
    let address = named(&listener, &options.listen);
    if let Some(operators) = &operators {
        say(&format!("Beheer (operators)  http://{}/health, /metrics", named(operators, "")));
    }
    welcome(&publication, &address, options);
    let shelf = Arc::new(Shelf::new(publication));
    let reloader = match watch(Arc::clone(&shelf), common.places(Some(options.index.clone())), seen) {
        Ok(reloader) => reloader,
        Err(error) => return could_not_run(&format!("de woordenlijst is niet in het oog te houden: {error}")),
    };
    let base = settings.base_url.as_ref().map_or("", BaseUrl::as_str);
    if let Err(error) = webhook::watch(&shelf, hooks, base, &Pace::default()) {
        return could_not_run(&format!("de adressen van --webhook-urls zijn niet te bereiken: {error}"));
    }
    let app = App::new(shelf, settings).with_index(options.index.clone());
    match http::serve(app, Serving { listener, operators, drain: options.operators.drain() }, reloader.waker()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => could_not_run(&format!("de dienst stopte: {error}")),
    }
}

/// A model with what it may decide.
fn named(embedder: &Embedder) -> String {
    let Thresholds { same_from, other_below } = embedder.thresholds;
    let figure = |name: &str, figure: Option<f64>| figure.map(|figure| format!("{name} {figure}"));
    let figures: Vec<String> =
        [figure("same_from", same_from), figure("other_below", other_below)].into_iter().flatten().collect();
    match figures.as_slice() {
        [] => format!("{} (zonder drempels: beslist niets)", embedder.name),
        figures => format!("{} ({})", embedder.name, figures.join(", ")),
    }
}

fn welcome(publication: &Publication, address: &str, options: &Options) {
    let (terms, concepts, pairs) =
        (publication.glossary.terms.len(), publication.concept_count(), publication.pairs().count());
    say(&styled(HEADING, &format!("Taalbrug {}", env!("CARGO_PKG_VERSION"))));
    say(&format!(
        "{terms} termen, {concepts} betekenissen, {pairs} paren ({terms} terms, {concepts} concepts, {pairs} pairs)"
    ));
    say(&format!("Bladzijden (pages)  http://{address}/"));
    say(&format!("API                 http://{address}{}/search?q=melding", http::API_BASE));
    if let Some(embedder) = &publication.embedder {
        say(&format!("Taalmodel (model)   {}", named(embedder)));
    }
    let folder = options.index.join(&publication.revision);
    let index = match &publication.opening {
        Opening::Opened => format!("{} (geopend)", folder.display()),
        Opening::Built => format!("{} (gebouwd)", folder.display()),
        Opening::InMemory(_) => "in het geheugen".to_owned(),
    };
    say(&format!("Index               {index}"));
    say(&styled(QUIET, "Stop met Ctrl+C (stop with Ctrl+C)."));
    if let Opening::InMemory(why) = &publication.opening {
        tracing::warn!("the index cannot be written in {}, it lives in memory: {why}", options.index.display());
    }
}
