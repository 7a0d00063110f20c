// Files that are no pictures reject what reads them: that can't be said with embind's val without exceptions.
addToLibrary({
  // Lets the person choose a file, within their gesture. Promise of its picture as JPEG in base64, no larger than given;
  // of an empty text if it can't be read; never settled if nothing is chosen.
  parley_picture_ask__deps: ['$Emval'],
  parley_picture_ask: (width_max, height_max, bytes_max) => {
    const shrink = async (file) => {
      if (file.size > bytes_max) return '';
      const bitmap = await createImageBitmap(file);
      const scale = Math.min(1, width_max / bitmap.width, height_max / bitmap.height);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(bitmap.width * scale));
      canvas.height = Math.max(1, Math.round(bitmap.height * scale));
      canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      bitmap.close();
      const quality = 0.85;
      return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    };
    const chosen = new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = 'image/*';
      input.onchange = () => input.files.length > 0 && resolve(shrink(input.files[0]).catch(() => ''));
      input.click();
    });
    return Emval.toHandle(chosen);
  },
});
