/** Base64 of the UTF-8 bytes of a text, as Secrets carry it. */
export const encodeBase64 = (text: string): string => {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
};

/** Null when it is not base64. */
export const decodeBase64 = (text: string): string | null => {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
};
