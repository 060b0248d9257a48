// Photos of newer telephones are larger than what the server takes: they are drawn smaller here before they are sent, so that nobody
// has to know how. What is no photo, or cannot be drawn by this browser, goes as it is, and the server says what to do.
const most = 10 * 2 ** 20; // bytes that the server takes (landsea.base.files)
const sides = [4000, 2800, 2000]; // pixels of the longer side; the first shows the small print of a whole page

/** Returns the file, or where it is a photo that is too large a smaller one of the same name. */
export async function makeSmaller(file) {
  if (file.size <= most || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    for (const side of sides) {
      const drawn = await draw(picture, Math.min(1, side / Math.max(picture.width, picture.height)));
      if (drawn && drawn.size <= most) return new File([drawn], file.name.replace(/\.(png|webp)$/i, ".jpg"), { type: drawn.type });
    }
  } catch {
    // The browser has no room for it.
  }
  return file;
}

function draw(picture, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
}
