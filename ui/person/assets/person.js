// Keeps a name in this browser, so that the next visit knows it: a cookie that only this server is sent.
const YEAR = 31536000 // seconds

export default function ({ data }) {
  if (!data || typeof data.name !== "string") return undefined
  const age = data.name ? YEAR : 0
  document.cookie = `${data.cookie}=${encodeURIComponent(data.name)}; path=/; max-age=${age}; samesite=strict`
  return undefined
}
