//! TLS: which certificates are trusted, and which are shown. rustls, always with an explicit ring provider, so that
//! another crate's choice of provider in the same program neither breaks nor changes it.

use std::fmt;
use std::sync::{Arc, OnceLock};

use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};

/// What is spoken inside the encryption: a WebSocket handshake is HTTP/1.1.
const ALPN: &[u8] = b"http/1.1";

/// The TLS side of an endpoint: whom it trusts, and who it is. The default trusts the system's certificates.
#[derive(Clone)]
pub struct Tls(Arc<Parts>);

struct Parts {
    native_roots: bool,
    roots: Vec<CertificateDer<'static>>,
    client_roots: Vec<CertificateDer<'static>>,
    /// Whether a client may come without a certificate.
    anonymous_clients: bool,
    identity: Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>,
    /// Built once: reading the system's certificates takes tens of milliseconds.
    client: OnceLock<Arc<ClientConfig>>,
}

impl Clone for Parts {
    fn clone(&self) -> Self {
        Self {
            native_roots: self.native_roots,
            roots: self.roots.clone(),
            client_roots: self.client_roots.clone(),
            anonymous_clients: self.anonymous_clients,
            identity: self.identity.as_ref().map(|(chain, key)| (chain.clone(), key.clone_key())),
            client: OnceLock::new(),
        }
    }
}

impl Default for Tls {
    fn default() -> Self {
        Self(Arc::new(Parts {
            native_roots: true,
            roots: Vec::new(),
            client_roots: Vec::new(),
            anonymous_clients: false,
            identity: None,
            client: OnceLock::new(),
        }))
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls")
            .field("native_roots", &self.0.native_roots)
            .field("roots", &self.0.roots.len())
            .field("client_roots", &self.0.client_roots.len())
            .field("identity", &self.0.identity.is_some())
            .finish()
    }
}

/// A certificate or key that cannot be used.
#[derive(Debug, Clone)]
pub struct TlsError(String);

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TlsError {}

impl Tls {
    /// Trusts the system's certificates.
    pub fn new() -> Self {
        Self::default()
    }

    /// Trusts only certificates that are added with [`Tls::trust_pem`].
    pub fn without_native_roots(mut self) -> Self {
        self.parts().native_roots = false;
        self
    }

    /// Trusts the certificate authorities in this PEM text as well, for example a company's own.
    pub fn trust_pem(mut self, pem: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        let certificates = read_certificates(pem.as_ref())?;
        self.parts().roots.extend(certificates);
        Ok(self)
    }

    /// Who this side is: its certificate chain, its own certificate first, and its private key, as PEM texts. A listener
    /// needs one; a client has one where the server asks for client certificates.
    pub fn identity_pem(mut self, chain: impl AsRef<[u8]>, key: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        let chain = read_certificates(chain.as_ref())?;
        let key = PrivateKeyDer::from_pem_slice(key.as_ref())
            .map_err(|error| TlsError(format!("the private key cannot be read: {error}")))?;
        self.parts().identity = Some((chain, key));
        Ok(self)
    }

    /// A listener lets in only clients that show a certificate of one of the authorities in this PEM text.
    pub fn require_client_certificates_pem(mut self, pem: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        let certificates = read_certificates(pem.as_ref())?;
        self.parts().client_roots.extend(certificates);
        Ok(self)
    }

    /// A listener takes certificates of the authorities in this PEM text, but lets clients in without one as well: where
    /// the document has other ways to prove who one is.
    pub fn request_client_certificates_pem(self, pem: impl AsRef<[u8]>) -> Result<Self, TlsError> {
        let mut tls = self.require_client_certificates_pem(pem)?;
        tls.parts().anonymous_clients = true;
        Ok(tls)
    }

    fn parts(&mut self) -> &mut Parts {
        let parts = Arc::make_mut(&mut self.0);
        parts.client = OnceLock::new();
        parts
    }

    /// What a connecting side needs. Reads files the first time.
    pub(crate) fn client(&self) -> Result<Arc<ClientConfig>, TlsError> {
        if let Some(config) = self.0.client.get() {
            return Ok(config.clone());
        }
        let builder = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(said)?
            .with_root_certificates(self.roots()?);
        let mut config = match &self.0.identity {
            Some((chain, key)) => builder.with_client_auth_cert(chain.clone(), key.clone_key()).map_err(said)?,
            None => builder.with_no_client_auth(),
        };
        config.alpn_protocols = vec![ALPN.to_vec()];
        Ok(self.0.client.get_or_init(|| Arc::new(config)).clone())
    }

    /// As [`Tls::client`], for protocols that have no name inside the encryption.
    #[cfg(any(feature = "nats", feature = "mqtt", feature = "redis", feature = "amqp"))]
    pub(crate) fn broker_client(&self) -> Result<ClientConfig, TlsError> {
        let mut config = (*self.client()?).clone();
        config.alpn_protocols.clear();
        Ok(config)
    }

    fn roots(&self) -> Result<RootCertStore, TlsError> {
        let mut store = RootCertStore::empty();
        if self.0.native_roots {
            let found = rustls_native_certs::load_native_certs();
            // A system has odd certificates as a rule; those that can be used are enough.
            let (used, _) = store.add_parsable_certificates(found.certs);
            if used == 0 && self.0.roots.is_empty() {
                let faults: Vec<_> = found.errors.iter().map(ToString::to_string).collect();
                return Err(TlsError(format!("the system has no certificates to trust: {}", faults.join("; "))));
            }
        }
        for certificate in &self.0.roots {
            store.add(certificate.clone()).map_err(said)?;
        }
        Ok(store)
    }

    /// What a listening side needs.
    pub(crate) fn server(&self) -> Result<Arc<ServerConfig>, TlsError> {
        let Some((chain, key)) = &self.0.identity else {
            return Err(TlsError("a TLS listener needs a certificate and a private key: `identity_pem`".to_owned()));
        };
        let builder =
            ServerConfig::builder_with_provider(provider()).with_safe_default_protocol_versions().map_err(said)?;
        let builder = if self.0.client_roots.is_empty() {
            builder.with_no_client_auth()
        } else {
            let mut store = RootCertStore::empty();
            for certificate in &self.0.client_roots {
                store.add(certificate.clone()).map_err(said)?;
            }
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(store), provider());
            let verifier = if self.0.anonymous_clients { verifier.allow_unauthenticated() } else { verifier };
            builder.with_client_cert_verifier(verifier.build().map_err(said)?)
        };
        let mut config = builder.with_single_cert(chain.clone(), key.clone_key()).map_err(said)?;
        config.alpn_protocols = vec![ALPN.to_vec()];
        Ok(Arc::new(config))
    }
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

fn said(error: impl fmt::Display) -> TlsError {
    TlsError(error.to_string())
}

fn read_certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    match certificates {
        Ok(certificates) if certificates.is_empty() => Err(TlsError("the PEM text has no certificate".to_owned())),
        Ok(certificates) => Ok(certificates),
        Err(error) => Err(TlsError(format!("the certificates cannot be read: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_named() {
        assert!(Tls::new().trust_pem("no pem").unwrap_err().to_string().contains("no certificate"));
        assert!(Tls::new().server().unwrap_err().to_string().contains("identity_pem"));
        let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let error = Tls::new().identity_pem(pair.cert.pem(), "no key").unwrap_err();
        assert!(error.to_string().contains("private key"));
    }

    #[test]
    fn debug_shows_no_key() {
        let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let tls = Tls::new().identity_pem(pair.cert.pem(), pair.signing_key.serialize_pem()).unwrap();
        assert_eq!(format!("{tls:?}"), "Tls { native_roots: true, roots: 0, client_roots: 0, identity: true }");
        assert!(tls.server().is_ok());
    }
}
