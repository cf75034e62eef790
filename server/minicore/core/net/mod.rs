//! Addresses.

mod ip_addr;
mod socket_addr;

pub use self::ip_addr::{IpAddr, Ipv4Addr, Ipv6Addr};
pub use self::socket_addr::{SocketAddr, SocketAddrV4, SocketAddrV6};
