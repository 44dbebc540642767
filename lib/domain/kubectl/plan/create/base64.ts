/** Base64 of the UTF-8 bytes of a text, as Secrets carry it. */
export const encodeBase64 = (text: string): string => {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
};
