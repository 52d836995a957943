// Reads and writes amounts as people here write them. Joined below loan-schedule.js, whose divideHalfUp it uses.
const UNITS = { "": 0, "₸": 0, тг: 0, теңге: 0, тенге: 0, "%": 0, мың: 3, тыс: 3, "тыс.": 3, млн: 6, "млн.": 6 };

/** A number as people here write it, «12 000 000», «12,5», «12 млн», as a plain decimal; null where it is none. */
export function readNumber(text) {
  const tight = text.toLowerCase().replace(/[\s\u00a0\u202f]/g, "").replace(/(.)(₸|теңге|тенге|тг)$/, "$1");
  const match = /^(\d+)(?:[.,](\d+))?(\D*)$/.exec(tight);
  if (!match || !(match[3] in UNITS)) return null;
  const zeros = UNITS[match[3]];
  const part = (match[2] ?? "").padEnd(zeros, "0");
  const rest = part.slice(zeros).replace(/0+$/, "");
  return (match[1] + part.slice(0, zeros)).replace(/^0+(?=\d)/, "") + (rest && `.${rest}`);
}

/** A plain decimal moved by so many places: ("12.5", 2) is "0.125". */
export function hundredths(text) {
  const [whole, part = ""] = text.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
export const tenge = (tiyn) => `${grouped(String(divideHalfUp(tiyn, 100n)))}\u00a0₸`;
export const tiynToo = (tiyn) => `${grouped(String(tiyn / 100n))},${String(tiyn % 100n).padStart(2, "0")}`;
const PER_CENT = "\u00a0%";
export const percent = (rate) => `${(Math.floor(rate * 1000 + 0.5 + 1e-9) / 10).toString().replace(".", ",")}${PER_CENT}`;
export function between(low, high) {
  if (low === high) return low;
  return low.endsWith(PER_CENT) ? `${low.slice(0, -PER_CENT.length)}–${high}` : `${low} – ${high}`;
}
