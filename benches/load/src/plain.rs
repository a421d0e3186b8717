// SPDX-License-Identifier: EUPL-1.2
//! The service to compare with: actix-web and Tantivy as a team would put them together in an afternoon. Tantivy's Dutch
//! stemmer, boosted fields, a prefix on the last word, one edit where nothing was found, stored documents, and Tantivy's
//! snippet generator for both definitions. It knows nothing of divergence.
//!
//! ```text
//! plain GLOSSARY INDEX ADDRESS
//! ```

use std::error::Error;
use std::path::Path;

use actix_web::{App, HttpResponse, HttpServer, web};
use serde::{Deserialize, Serialize};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, QueryParser};
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{DocAddress, Index, Searcher, TantivyDocument, Term};

/// What the index writer may use, in bytes.
const WRITER_MEMORY: usize = 100_000_000;

/// How many hits an answer has.
const HITS: usize = 10;

/// Room for a whole definition in what is marked, in characters.
const WHOLE: usize = 4000;

/// The tokenizers, by name: with and without a stemmer.
const STEMMED: &str = "stemmed";
const WRITTEN: &str = "written";

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    label: Field,
    synonyms: Field,
    definitions: [Field; 2],
    /// All names as they are written, for beginnings and typing errors.
    names: Field,
}

#[derive(Deserialize)]
struct TermFile {
    label: String,
    #[serde(default)]
    alt_labels: Vec<String>,
    concepts: Vec<Concept>,
}

#[derive(Deserialize)]
struct Concept {
    definition: String,
}

#[derive(Serialize)]
struct Answer {
    total: usize,
    hits: Vec<Hit>,
}

#[derive(Serialize)]
struct Hit {
    term: String,
    label: String,
    score: f32,
    definitions: Vec<String>,
}

#[derive(Deserialize)]
struct Asked {
    q: String,
}

struct Service {
    index: Index,
    searcher: Searcher,
    fields: Fields,
}

fn schema() -> (Schema, Fields) {
    let text = |tokenizer: &str| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer);
        TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions))
    };
    let mut builder = Schema::builder();
    let fields = Fields {
        id: builder.add_text_field("id", STRING | STORED),
        label: builder.add_text_field("label", text(STEMMED).set_stored()),
        synonyms: builder.add_text_field("synonyms", text(STEMMED)),
        definitions: ["social", "safety"].map(|domain| builder.add_text_field(domain, text(STEMMED).set_stored())),
        names: builder.add_text_field("names", text(WRITTEN)),
    };
    (builder.build(), fields)
}

fn with_tokenizers(index: Index) -> Index {
    let base = || TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(60));
    index.tokenizers().register(STEMMED, base().filter(LowerCaser).filter(Stemmer::new(Language::Dutch)).build());
    index.tokenizers().register(WRITTEN, base().filter(LowerCaser).build());
    index
}

/// Opens the index in a folder, or builds it there from the glossary.
fn open_or_build(glossary: &Path, folder: &Path) -> Result<Service, Box<dyn Error>> {
    let (schema, fields) = schema();
    let index = if folder.join("meta.json").exists() {
        with_tokenizers(Index::open_in_dir(folder)?)
    } else {
        std::fs::create_dir_all(folder)?;
        let index = with_tokenizers(Index::create_in_dir(folder, schema)?);
        build(&index, fields, &glossary.join("terms"))?;
        index
    };
    let searcher = index.reader()?.searcher();
    Ok(Service { index, searcher, fields })
}

fn build(index: &Index, fields: Fields, terms: &Path) -> Result<(), Box<dyn Error>> {
    let mut writer = index.writer_with_num_threads(1, WRITER_MEMORY)?;
    let mut paths = std::fs::read_dir(terms)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let term: TermFile = toml::from_str(&std::fs::read_to_string(&path)?)?;
        let mut document = TantivyDocument::default();
        document.add_text(fields.id, path.file_stem().unwrap_or_default().to_string_lossy());
        document.add_text(fields.label, &term.label);
        document.add_text(fields.names, &term.label);
        for name in &term.alt_labels {
            document.add_text(fields.synonyms, name);
            document.add_text(fields.names, name);
        }
        for (field, concept) in fields.definitions.into_iter().zip(&term.concepts) {
            document.add_text(field, &concept.definition);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(())
}

impl Service {
    fn answer(&self, typed: &str) -> tantivy::Result<Answer> {
        let query = self.query(typed);
        let (mut total, mut found) = self.found(query.as_ref())?;
        let mut query = query;
        if found.is_empty() {
            query = self.fuzzy(typed);
            (total, found) = self.found(query.as_ref())?;
        }
        let marker = |field| {
            let mut marker = SnippetGenerator::create(&self.searcher, query.as_ref(), field)?;
            marker.set_max_num_chars(WHOLE);
            Ok(marker)
        };
        let markers = self.fields.definitions.map(marker).into_iter().collect::<tantivy::Result<Vec<_>>>()?;
        let hits = found.into_iter().map(|(score, address)| self.hit(score, address, &markers));
        Ok(Answer { total, hits: hits.collect::<tantivy::Result<_>>()? })
    }

    fn found(&self, query: &dyn Query) -> tantivy::Result<(usize, Vec<(f32, DocAddress)>)> {
        self.searcher.search(query, &(Count, TopDocs::with_limit(HITS).order_by_score()))
    }

    /// Any of the words in any field, and names that go on from the last word.
    fn query(&self, typed: &str) -> Box<dyn Query> {
        let Fields { label, synonyms, definitions: [social, safety], names, .. } = self.fields;
        let mut parser = QueryParser::for_index(&self.index, vec![label, synonyms, social, safety]);
        parser.set_field_boost(label, 6.0);
        parser.set_field_boost(synonyms, 4.0);
        let (words, _) = parser.parse_query_lenient(typed);
        let Some(last) = typed.split_whitespace().last() else { return words };
        let last = Term::from_field_text(names, &last.to_lowercase());
        let beginning = FuzzyTermQuery::new_prefix(last, 0, true);
        let beginning: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(beginning), 2.0));
        Box::new(BooleanQuery::new(vec![(Occur::Should, words), (Occur::Should, beginning)]))
    }

    /// Names with a word that is one edit away.
    fn fuzzy(&self, typed: &str) -> Box<dyn Query> {
        let word = |word: &str| -> (Occur, Box<dyn Query>) {
            let term = Term::from_field_text(self.fields.names, &word.to_lowercase());
            (Occur::Should, Box::new(FuzzyTermQuery::new(term, 1, true)))
        };
        Box::new(BooleanQuery::new(typed.split_whitespace().map(word).collect()))
    }

    fn hit(&self, score: f32, address: DocAddress, markers: &[SnippetGenerator]) -> tantivy::Result<Hit> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let marked = |(field, marker): (Field, &SnippetGenerator)| {
            let snippet = marker.snippet(text(field));
            if snippet.is_empty() { text(field).to_owned() } else { snippet.to_html() }
        };
        let definitions = self.fields.definitions.into_iter().zip(markers).map(marked).collect();
        let own = |field| text(field).to_owned();
        Ok(Hit { term: own(self.fields.id), label: own(self.fields.label), score, definitions })
    }
}

async fn search(service: web::Data<Service>, asked: web::Query<Asked>) -> HttpResponse {
    match service.answer(&asked.q) {
        Ok(answer) => HttpResponse::Ok().json(answer),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [glossary, index, address] = arguments.as_slice() else {
        return Err("use: plain GLOSSARY INDEX ADDRESS".into());
    };
    let service = web::Data::new(open_or_build(Path::new(glossary), Path::new(index))?);
    actix_web::rt::System::new().block_on(async move {
        let app = move || App::new().app_data(service.clone()).route("/search", web::get().to(search));
        HttpServer::new(app).bind(address)?.run().await
    })?;
    Ok(())
}
