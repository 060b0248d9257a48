// The zone this device is set to, told to the server in a cookie that holds nothing else: pages show times by it unless the reader
// chose another clock. Where it cannot be told, pages go by the reader's country or language.
export function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || document.cookie.split("; ").includes(`device_zone=${zone}`)) return;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `device_zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
}
