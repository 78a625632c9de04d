//! Fixed fields and five texts, each with a length of one byte.

use super::{ByHand, fixed, part, put, take};
use crate::borrowed::SetupConnectionRef;
use crate::plain::{Protocol, SetupConnection};

#[inline(always)]
fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let [len] = *fixed(bytes)?;
    str::from_utf8(take(bytes, len.into())?).ok()
}

#[inline(always)]
fn put_text(out: &mut &mut [u8], text: &str) -> Option<()> {
    let len = u8::try_from(text.len()).ok()?;
    let (first, rest) = out.split_off_mut(..=text.len())?.split_first_mut()?;
    *first = len;
    rest.copy_from_slice(text.as_bytes());
    Some(())
}

#[inline(always)]
fn append_text(out: &mut Vec<u8>, text: &str) -> Option<()> {
    out.push(u8::try_from(text.len()).ok()?);
    out.extend_from_slice(text.as_bytes());
    Some(())
}

impl SetupConnection {
    /// The fields before the first text.
    #[inline(always)]
    fn head(&self) -> [u8; 9] {
        let mut head = [0; 9];
        head[0] = self.protocol as u8;
        head[1..3].copy_from_slice(&self.min_version.to_le_bytes());
        head[3..5].copy_from_slice(&self.max_version.to_le_bytes());
        head[5..].copy_from_slice(&self.flags.to_le_bytes());
        head
    }
}

impl ByHand for SetupConnection {
    type Ref<'a> = SetupConnectionRef<'a>;

    #[inline(always)]
    fn encoded_len(&self) -> usize {
        let texts = [
            &self.endpoint_host,
            &self.vendor,
            &self.hardware_version,
            &self.firmware,
            &self.device_id,
        ];
        texts.map(|text| text.len()).into_iter().sum::<usize>() + 16
    }

    #[inline(always)]
    fn encode(&self, mut out: &mut [u8]) -> Option<usize> {
        let room = out.len();
        let out = &mut out;
        put(out, &self.head())?;
        put_text(out, &self.endpoint_host)?;
        put(out, &self.endpoint_port.to_le_bytes())?;
        put_text(out, &self.vendor)?;
        put_text(out, &self.hardware_version)?;
        put_text(out, &self.firmware)?;
        put_text(out, &self.device_id)?;
        Some(room - out.len())
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        out.reserve(self.encoded_len());
        out.extend_from_slice(&self.head());
        append_text(out, &self.endpoint_host)?;
        out.extend_from_slice(&self.endpoint_port.to_le_bytes());
        append_text(out, &self.vendor)?;
        append_text(out, &self.hardware_version)?;
        append_text(out, &self.firmware)?;
        append_text(out, &self.device_id)
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        Some(Self {
            protocol: m.protocol,
            min_version: m.min_version,
            max_version: m.max_version,
            flags: m.flags,
            endpoint_host: m.endpoint_host.into(),
            endpoint_port: m.endpoint_port,
            vendor: m.vendor.into(),
            hardware_version: m.hardware_version.into(),
            firmware: m.firmware.into(),
            device_id: m.device_id.into(),
        })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        let refill = |to: &mut String, text: &str| {
            to.clear();
            to.push_str(text);
        };
        self.protocol = m.protocol;
        self.min_version = m.min_version;
        self.max_version = m.max_version;
        self.flags = m.flags;
        refill(&mut self.endpoint_host, m.endpoint_host);
        self.endpoint_port = m.endpoint_port;
        refill(&mut self.vendor, m.vendor);
        refill(&mut self.hardware_version, m.hardware_version);
        refill(&mut self.firmware, m.firmware);
        refill(&mut self.device_id, m.device_id);
        Some(())
    }

    #[inline(always)]
    fn borrow(mut rest: &[u8]) -> Option<(SetupConnectionRef<'_>, &[u8])> {
        let bytes = &mut rest;
        let head: &[u8; 9] = fixed(bytes)?;
        let borrowed = SetupConnectionRef {
            protocol: match head[0] {
                0 => Protocol::Mining,
                1 => Protocol::JobDeclaration,
                2 => Protocol::TemplateDistribution,
                _ => return None,
            },
            min_version: u16::from_le_bytes(*part(head, 1)),
            max_version: u16::from_le_bytes(*part(head, 3)),
            flags: u32::from_le_bytes(*part(head, 5)),
            endpoint_host: text(bytes)?,
            endpoint_port: u16::from_le_bytes(*fixed(bytes)?),
            vendor: text(bytes)?,
            hardware_version: text(bytes)?,
            firmware: text(bytes)?,
            device_id: text(bytes)?,
        };
        Some((borrowed, rest))
    }
}
