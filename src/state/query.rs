//! `key=value&key=value` with percent signs, as the fragment of an address has it.

/// The decoded pairs of a query, in order. A part without `=` has an empty value; bytes that are no UTF-8 become U+FFFD.
pub fn pairs(query: &str) -> impl Iterator<Item = (&str, String)> {
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (key, decode(value))
    })
}

/// Undoes percent signs. A percent sign without two hexadecimal digits stands for itself.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|b| (*b as char).to_digit(16));
        match (bytes[i], hex(i + 1), hex(i + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 3;
            }
            (byte, ..) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Writes what may stand in a value: letters, digits and a few marks as they are (browsers keep Chinese readable), everything else with
/// percent signs.
pub fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for c in text.chars() {
        if c.is_alphanumeric() || "-_.~（）·".contains(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)] as char);
            out.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}

/// A text with what may not stand in an address written with percent signs.
pub fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    encode(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoes_what_it_writes() {
        for text in [
            "",
            "财政总收入",
            "a b&c=d,e#f%g",
            "100%",
            "<script>",
            "“双引号”",
            "\u{1F600}\n",
        ] {
            let mut out = String::new();
            encode(text, &mut out);
            assert_eq!(decode(&out), text);
            assert!(!out.contains(['&', '=', ',', '#', '<', ' ', '\n']), "{out}");
        }
    }

    #[test]
    fn broken_percent_signs_stand_for_themselves() {
        assert_eq!(decode("%"), "%");
        assert_eq!(decode("%4"), "%4");
        assert_eq!(decode("%zz%41"), "%zzA");
        assert_eq!(decode("%ff%E8%B4%A2"), "\u{fffd}财");
    }
}
