//! How the service presents itself. Whoever runs it fills this in; nothing is made up.

/// Settings of the HTTP service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The team to ask about the API.
    pub contact: Option<Contact>,
    /// What security.txt says.
    pub security: Option<SecurityContact>,
}

/// The team behind the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name.
    pub name: String,
    /// Its mail address.
    pub email: String,
    /// Its web address.
    pub url: String,
}

/// Where to report a vulnerability (RFC 9116).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityContact {
    /// A `mailto:` or `https:` address.
    pub address: String,
    /// Until when this holds, in the form of RFC 3339.
    pub expires: String,
}
