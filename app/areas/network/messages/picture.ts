/** Words of the picture of a circle and its neighbours. */
export const pictureFa = {
  "network.picture": "تصویر حلقه",
  "network.picture.open": "تصویر حلقه و همسایگانش",
  "network.picture.intro":
    "خط پر رابطه ثبت‌شده است و خط‌چین عضویت. دایره پر عضو حلقه است، دایره توخالی همسایه آن، مربع حلقه و لوزی دستگاه. جدول زیر همین‌ها را می‌گوید.",
  "network.picture.caption": "{name} و همسایگانش",
  "network.picture.alone-count": "{count} عضو جز عضویت رابطه‌ای ندارد",
  "network.picture.alone-none": "همه اعضا دست‌کم یک رابطه دارند",
  "network.picture.alone": "تنهاست: جز عضویت رابطه‌ای ندارد",
  "network.picture.alone.short": "تنها",
  "network.picture.leaning": "{count} نفر از {of} نفر به او تکیه دارند",
  "network.picture.leaning.short": "{count} از {of}",
  "network.picture.leaning-of": "{count} نفر از {of} عضو دیگر به {name} تکیه دارند",
  "network.picture.rule":
    "عضوی به کسی تکیه دارد که اگر او نباشد، رابطه‌ها به کمتر از نیمی از کسانی که اکنون می‌رسند برسند. از سه نفر و از نیمی از اعضا به بالا گفته می‌شود تا پیوندهای تازه‌ای ساخته شود.",
  "network.picture.left-out": "{count} مورد کم‌رابطه‌تر در تصویر نیامده است.",
  "network.picture.who": "نام",
  "network.picture.what": "چیست",
  "network.picture.member": "عضو حلقه",
  "network.picture.person": "همسایه حلقه",
  "network.picture.circle": "حلقه دیگر",
  "network.picture.centre": "همین حلقه",
  "network.picture.office": "دستگاه",
  "network.picture.ties": "رابطه‌ها",
  "network.picture.stands": "جایگاه",
  "network.picture.none": "این حلقه هنوز عضوی ندارد تا تصویری از آن ساخته شود.",
} as const;

export const pictureEn: Record<keyof typeof pictureFa, string> = {
  "network.picture": "Picture of the circle",
  "network.picture.open": "Picture of the circle and its neighbours",
  "network.picture.intro":
    "A full line is a recorded relationship, a broken one a membership. A full dot is a member of the circle, an open one a neighbour; squares are circles, lozenges are bodies. The table below says the same.",
  "network.picture.caption": "{name} and its neighbours",
  "network.picture.alone-count": "{count|One member has|# members have} no relationship beside membership",
  "network.picture.alone-none": "Every member has at least one relationship",
  "network.picture.alone": "Stands alone: no relationship beside membership",
  "network.picture.alone.short": "alone",
  "network.picture.leaning": "{count} of {of} {count|leans|lean} on this person",
  "network.picture.leaning.short": "{count} of {of}",
  "network.picture.leaning-of":
    "{count} of the {of|one other member|# other members} {count|leans|lean} on {name}",
  "network.picture.rule":
    "A member leans on somebody without whom the relationships would lead to fewer than half of those they lead to now. It is said from three members and from half of them on, so that new ties can be made.",
  "network.picture.left-out": "{count|one|#} with fewer relationships are not in the picture.",
  "network.picture.who": "Name",
  "network.picture.what": "What",
  "network.picture.member": "Member of the circle",
  "network.picture.person": "Neighbour of the circle",
  "network.picture.circle": "Another circle",
  "network.picture.centre": "This circle",
  "network.picture.office": "Body",
  "network.picture.ties": "Relationships",
  "network.picture.stands": "How it stands",
  "network.picture.none": "This circle has no member yet of whom a picture could be made.",
};
