/** Words of the files on a person. */
export const filesFa = {
  "network.files": "پرونده‌ها",
  "network.files.none": "پرونده‌ای نیست.",
  "network.file.new": "افزودن پرونده",
  "network.file.new.lead":
    "تصویر یا پی‌دی‌اف، تا {mb} مگابایت. تنها کارکنان شهرستان آن را می‌بینند؛ هر دریافت ثبت می‌شود و او در صفحه خود می‌بیند که پرونده‌ای هست.",
  "network.file.title": "عنوان",
  "network.file.title.help": "مانند «گواهی دوره» یا «فرم امضاشده رضایت»",
  "network.file.file": "پرونده",
  "network.file.add": "افزودن",
  "network.file.added": "{name}، {date}",
  "network.file.fetch": "دریافت «{title}»",
  "network.file.kind.pdf": "پی‌دی‌اف",
  "network.file.kind.picture": "تصویر",
  "network.file.remove": "برداشتن",
  "network.file.remove.of": "برداشتن «{title}»",
  "network.file.remove.lead": "محتوای پرونده برای همیشه پاک می‌شود. عنوان، دلیل و کسی که برداشته است می‌ماند.",
  "network.file.remove.reason": "دلیل",
  "network.file.removed": "برداشته شد: {reason}",
  "network.file.reason.edit": "اصلاح دلیل",
  "network.file.reason.edit-of": "اصلاح دلیل برداشتن «{title}»",
  "network.file.too-many": "بیش از {max} پرونده برای یک نفر نگه داشته نمی‌شود. نخست یکی را بردارید.",
  "network.file.gone": "این پرونده پیش‌تر برداشته شده است.",
  "network.me.files":
    "این پرونده‌ها را کارکنان شهرستان نگه داشته‌اند. دستیار شهرستان آن‌ها را به شما نشان می‌دهد و با پاک کردن همه نوشته‌ها، آن‌ها نیز پاک می‌شود.",
} as const;

export const filesEn: Record<keyof typeof filesFa, string> = {
  "network.files": "Files",
  "network.files.none": "There is no file.",
  "network.file.new": "Add a file",
  "network.file.new.lead":
    "A picture or a PDF of up to {mb} MB. Only staff of the county see it; every download is recorded, and the person's own page says that a file is there.",
  "network.file.title": "Title",
  "network.file.title.help": "Such as “course certificate” or “signed consent form”",
  "network.file.file": "File",
  "network.file.add": "Add",
  "network.file.added": "{name}, {date}",
  "network.file.fetch": "Download “{title}”",
  "network.file.kind.pdf": "PDF",
  "network.file.kind.picture": "Picture",
  "network.file.remove": "Take away",
  "network.file.remove.of": "Take away “{title}”",
  "network.file.remove.lead":
    "The content is deleted for ever. The title, the reason and who took it away stay.",
  "network.file.remove.reason": "Reason",
  "network.file.removed": "Taken away: {reason}",
  "network.file.reason.edit": "Correct the reason",
  "network.file.reason.edit-of": "Correct why “{title}” was taken away",
  "network.file.too-many": "No more than {max} files are kept for one person. Take one away first.",
  "network.file.gone": "This file was taken away before.",
  "network.me.files":
    "Staff of the county keep these files. The county's assistant shows them to you, and they go when you have everything deleted.",
};
