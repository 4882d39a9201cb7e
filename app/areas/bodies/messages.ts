import { en as directoryEn, fa as directoryFa } from "./directory-messages";
import { en as endEn, fa as endFa } from "./end-messages";
import { en as groupEn, fa as groupFa } from "./group-messages";

/** Words of offices and their personal links, and those of the parts of the area. */
export const fa = {
  ...directoryFa,
  ...groupFa,
  ...endFa,
  "bodies.link.title": "پیوند شخصی {office}",
  "bodies.link.lead":
    "کارشناس اداره با این پیوند بی‌حساب و گذرواژه تعهدهای همین اداره را می‌بیند، وصول و انجام آن را اعلام می‌کند.",
  "bodies.link.make": "ساختن پیوند",
  "bodies.link.back.obligation": "همان تعهد",
  "bodies.link.back.demand": "همان مطالبه",
  "bodies.link.back.office": "صفحه اداره",
  "bodies.link.days": "تا چند روز باز باشد",
  "bodies.link.days.7": "۷ روز",
  "bodies.link.days.30": "۳۰ روز",
  "bodies.link.days.90": "۹۰ روز",
  "bodies.link.once.title": "پیوند ساخته شد و تنها همین یک بار دیده می‌شود",
  "bodies.link.once.text": "آن را برای مسئول اداره بفرستید. تا {day} باز است. اگر گم شد پیوند تازه بسازید.",
  "bodies.link.address": "نشانی پیوند",
  "bodies.link.list": "پیوندهای این اداره",
  "bodies.link.made": "ساخته‌شده",
  "bodies.link.until": "تا",
  "bodies.link.state": "وضعیت",
  "bodies.link.state.open": "باز",
  "bodies.link.state.over": "گذشته",
  "bodies.link.state.revoked": "پس گرفته شد",
  "bodies.link.revoke": "پس گرفتن",
  "bodies.link.none": "هنوز پیوندی ساخته نشده است.",
  "bodies.link.made-already": "این پیوند ساخته شده و دوباره نشان داده نمی‌شود. اگر ندارید، پیوند تازه بسازید.",
} as const;

export type BodiesKey = keyof typeof fa;

export const en: Record<BodiesKey, string> = {
  ...directoryEn,
  ...groupEn,
  ...endEn,
  "bodies.link.title": "Personal link of {office}",
  "bodies.link.lead":
    "With this link an officer sees the obligations of this office, acknowledges them and reports them done, without account or password.",
  "bodies.link.make": "Make a link",
  "bodies.link.back.obligation": "The obligation",
  "bodies.link.back.demand": "The demand",
  "bodies.link.back.office": "The office",
  "bodies.link.days": "Open for",
  "bodies.link.days.7": "7 days",
  "bodies.link.days.30": "30 days",
  "bodies.link.days.90": "90 days",
  "bodies.link.once.title": "The link is made and is shown only this once",
  "bodies.link.once.text": "Send it to the officer. It is open until {day}. If it is lost, make a new one.",
  "bodies.link.address": "Address of the link",
  "bodies.link.list": "Links of this office",
  "bodies.link.made": "Made",
  "bodies.link.until": "Until",
  "bodies.link.state": "State",
  "bodies.link.state.open": "open",
  "bodies.link.state.over": "over",
  "bodies.link.state.revoked": "taken back",
  "bodies.link.revoke": "Take back",
  "bodies.link.none": "No link has been made yet.",
  "bodies.link.made-already":
    "This link was made and is not shown again. If you do not have it, make a new one.",
};
