//! Eight digits at once: what makes reading a number little slower than adding
//! up its bytes.

/// The values of eight digits, the first one in the lowest byte.
#[derive(Clone, Copy)]
pub(crate) struct EightDigits(u64);

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
/// What makes any byte above 9, and no other below 128, reach 128.
const ABOVE_NINE: u64 = u64::from_le_bytes([128 - 10; 8]);
const HIGH_BITS: u64 = u64::from_le_bytes([128; 8]);
/// Every other byte, with room above it for a sum.
const LANES: u64 = 0x00FF_00FF_00FF_00FF;

impl EightDigits {
    /// Eight characters; none unless each is a digit.
    pub(crate) const fn read(characters: [u8; 8]) -> Option<Self> {
        let values = u64::from_le_bytes(characters) ^ ZEROS;
        let stray = (values | values.wrapping_add(ABOVE_NINE)) & HIGH_BITS;
        if stray == 0 { Some(Self(values)) } else { None }
    }

    /// The sum of each digit times its weight, for weights up to 255.
    ///
    /// Multiplying four lanes by the four weights in reverse gathers the sum of
    /// the four products in the highest lane: below 2^16, so nothing spills.
    pub(crate) const fn weigh(self, [a, b, c, d, e, f, g, h]: [u64; 8]) -> u64 {
        let even = (self.0 & LANES).wrapping_mul(a << 48 | c << 32 | e << 16 | g);
        let odd = (self.0 >> 8 & LANES).wrapping_mul(b << 48 | d << 32 | f << 16 | h);
        (even >> 48) + (odd >> 48)
    }
}
