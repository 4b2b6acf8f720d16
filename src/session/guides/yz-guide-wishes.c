#include "config.h"

#include "yz-guide-wishes.h"

#include "yz-workspace-settings.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  NOWHERE,
  IN_SETTINGS, /* for each document, until the next time */
  IN_MEMORY,   /* likewise, until the workspace is closed: letters are nobody else's concern */
} Keeping;

/* clang-format off */
static const struct
{
  const char *name;
  gboolean is_switch;
  Keeping kept;
} wishes[YZ_GUIDE_N_WISHES] = {
  [YZ_GUIDE_WISH_DOCUMENT] = { "document" },
  [YZ_GUIDE_WISH_AREA] = { "area", .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_SERVICE] = { "service", .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_NIGHT] = { "night", .is_switch = TRUE, .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_AUDIENCE] = { "audience", .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_DATE] = { "date" },
  [YZ_GUIDE_WISH_USE_UNTIL] = { "use-until" },
  [YZ_GUIDE_WISH_FIRST] = { "first" },
  [YZ_GUIDE_WISH_LAST] = { "last" },
  [YZ_GUIDE_WISH_HOLIDAY] = { "holiday" },
  [YZ_GUIDE_WISH_LANGUAGE] = { "language", .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_PAPER] = { "paper", .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_LARGE] = { "large", .is_switch = TRUE, .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_GREY] = { "grey", .is_switch = TRUE, .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_SHEETS] = { "sheets", .is_switch = TRUE, .kept = IN_SETTINGS },
  [YZ_GUIDE_WISH_MOBILES] = { "mobiles", .is_switch = TRUE },
  [YZ_GUIDE_WISH_PURPOSE] = { "purpose" },
  [YZ_GUIDE_WISH_EDITION] = { "edition" },
  [YZ_GUIDE_WISH_SINCE] = { "since" },
  [YZ_GUIDE_WISH_TEXT] = { "text", .kept = IN_MEMORY },
  [YZ_GUIDE_WISH_RECIPIENT] = { "recipient", .kept = IN_MEMORY },
  [YZ_GUIDE_WISH_DEADLINE] = { "deadline", .kept = IN_MEMORY },
  [YZ_GUIDE_WISH_AMOUNT] = { "amount", .kept = IN_MEMORY },
  [YZ_GUIDE_WISH_START] = { "start", .kept = IN_MEMORY },
  [YZ_GUIDE_WISH_SUBJECT] = { "subject", .kept = IN_MEMORY },
};
/* clang-format on */

struct _YzGuideWishes
{
  GVariant *values[YZ_GUIDE_N_WISHES];
  GSettings *settings; /* NULL while no workspace is open */
  GHashTable *told;    /* nick of a document → a{sv}: what is kept in memory */
};

const char *
yz_guide_wish_get_name (YzGuideWish wish)
{
  return wishes[wish].name;
}

gboolean
yz_guide_wish_is_switch (YzGuideWish wish)
{
  return wishes[wish].is_switch;
}

static void
replace (YzGuideWishes *self, YzGuideWish wish, GVariant *value)
{
  g_clear_pointer (&self->values[wish], g_variant_unref);
  self->values[wish] = g_variant_ref_sink (value);
}

static GVariant *
make_default (const YzGuideWishes *self, YzGuideWish wish)
{
  if (wishes[wish].is_switch)
    return g_variant_new_boolean (FALSE);
  if (wish == YZ_GUIDE_WISH_AREA)
    return g_variant_new_string ("all");
  if (wish == YZ_GUIDE_WISH_LANGUAGE)
    return g_variant_new_string (yz_print_language_get_nick (YZ_PRINT_CHINESE));
  if (wish == YZ_GUIDE_WISH_PAPER)
    return g_variant_new_string (yz_guide_wishes_get_kind (self)->paper);
  if (wish == YZ_GUIDE_WISH_START)
    return g_variant_new_string ("1");
  return g_variant_new_string ("");
}

YzGuideWishes *
yz_guide_wishes_new (void)
{
  YzGuideWishes *self = g_new0 (YzGuideWishes, 1);
  guint n_kinds;

  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  replace (self, YZ_GUIDE_WISH_DOCUMENT, g_variant_new_string (yz_document_kinds_get_all (&n_kinds)->nick));
  for (guint i = YZ_GUIDE_WISH_DOCUMENT + 1; i < YZ_GUIDE_N_WISHES; i++)
    replace (self, i, make_default (self, i));
  return self;
}

void
yz_guide_wishes_free (YzGuideWishes *self)
{
  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    g_variant_unref (self->values[i]);
  g_clear_object (&self->settings);
  g_hash_table_unref (self->told);
  g_free (self);
}

const char *
yz_guide_wishes_get_text (const YzGuideWishes *self, YzGuideWish wish)
{
  return g_variant_get_string (self->values[wish], NULL);
}

gboolean
yz_guide_wishes_get_switch (const YzGuideWishes *self, YzGuideWish wish)
{
  return g_variant_get_boolean (self->values[wish]);
}

const YzDocumentKind *
yz_guide_wishes_get_kind (const YzGuideWishes *self)
{
  guint n_kinds;
  const YzDocumentKind *kind = yz_document_kind_find (yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_DOCUMENT), NULL);

  return kind != NULL ? kind : yz_document_kinds_get_all (&n_kinds);
}

/* --- what is kept ------------------------------------------------------------------------------------------------- */

static GVariant *
collect (const YzGuideWishes *self, Keeping keeping)
{
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    if (wishes[i].kept == keeping)
      g_variant_dict_insert_value (&values, wishes[i].name, self->values[i]);
  return g_variant_dict_end (&values);
}

static void
remember (YzGuideWishes *self)
{
  g_autoptr (GVariant) all = NULL;
  GVariantDict documents;

  if (self->settings == NULL)
    return;
  all = g_settings_get_value (self->settings, "wishes");
  g_variant_dict_init (&documents, all);
  g_variant_dict_insert_value (&documents, yz_guide_wishes_get_kind (self)->nick, collect (self, IN_SETTINGS));
  g_settings_set_value (self->settings, "wishes", g_variant_dict_end (&documents));
}

/* Stations that somebody picked out, not a part of the workspace. */
static gboolean
is_chosen_area (const char *area)
{
  return g_str_equal (area, "selection") || g_str_has_prefix (area, "station:");
}

/* A selection and a list are gone the next time; a paper of another version may not be there. */
static gboolean
is_valid (const YzGuideWishes *self, YzGuideWish wish, GVariant *value)
{
  const char *text = wishes[wish].is_switch ? "" : g_variant_get_string (value, NULL);
  YzPrintLanguage language;

  if (wish == YZ_GUIDE_WISH_AREA)
    return !g_str_equal (text, "filter") && !is_chosen_area (text);
  if (wish == YZ_GUIDE_WISH_PAPER)
    return g_strv_contains (yz_guide_wishes_get_kind (self)->papers, text);
  return wish != YZ_GUIDE_WISH_LANGUAGE || yz_print_language_find (text, &language, NULL);
}

static GVariant *
recall_one (const YzGuideWishes *self, GVariant *kept, YzGuideWish wish)
{
  const GVariantType *type = wishes[wish].is_switch ? G_VARIANT_TYPE_BOOLEAN : G_VARIANT_TYPE_STRING;
  g_autoptr (GVariant) value = kept != NULL ? g_variant_lookup_value (kept, wishes[wish].name, type) : NULL;

  if (value != NULL && is_valid (self, wish, value))
    return g_steal_pointer (&value);
  return g_variant_ref_sink (make_default (self, wish));
}

/* Whoever has chosen stations may still choose what to print of them. */
static void
recall_all (YzGuideWishes *self, GVariant *values, Keeping keeping)
{
  gboolean chosen = is_chosen_area (yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_AREA));

  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    if (wishes[i].kept == keeping && !(i == YZ_GUIDE_WISH_AREA && chosen))
      {
        g_autoptr (GVariant) value = recall_one (self, values, i);

        replace (self, i, value);
      }
}

static void
recall (YzGuideWishes *self)
{
  const char *document = yz_guide_wishes_get_kind (self)->nick;
  g_autoptr (GVariant) all = self->settings != NULL ? g_settings_get_value (self->settings, "wishes") : NULL;
  g_autoptr (GVariant) kept = all != NULL ? g_variant_lookup_value (all, document, G_VARIANT_TYPE_VARDICT) : NULL;

  recall_all (self, kept, IN_SETTINGS);
  recall_all (self, g_hash_table_lookup (self->told, document), IN_MEMORY);
}

static void
keep_told (YzGuideWishes *self)
{
  g_hash_table_replace (self->told, (char *) yz_guide_wishes_get_kind (self)->nick,
                        g_variant_ref_sink (collect (self, IN_MEMORY)));
}

void
yz_guide_wishes_set_workspace (YzGuideWishes *self, const char *path)
{
  g_autofree char *document = NULL;

  g_clear_object (&self->settings);
  g_hash_table_remove_all (self->told);
  recall_all (self, NULL, IN_MEMORY);
  if (path == NULL)
    return;
  self->settings = yz_workspace_settings_new ("Guides", "guides", path);
  document = g_settings_get_string (self->settings, "document");
  if (yz_document_kind_find (document, NULL) != NULL)
    replace (self, YZ_GUIDE_WISH_DOCUMENT, g_variant_new_string (document));
  replace (self, YZ_GUIDE_WISH_AREA, make_default (self, YZ_GUIDE_WISH_AREA));
  recall (self);
}

gboolean
yz_guide_wishes_set (YzGuideWishes *self, YzGuideWish wish, GVariant *value)
{
  g_autoptr (GVariant) wanted = g_variant_ref_sink (value);

  if (g_variant_equal (self->values[wish], wanted))
    return FALSE;
  if (wish == YZ_GUIDE_WISH_DOCUMENT)
    keep_told (self);
  replace (self, wish, wanted);
  if (wish == YZ_GUIDE_WISH_DOCUMENT)
    {
      recall (self);
      if (self->settings != NULL)
        g_settings_set_string (self->settings, "document", yz_guide_wishes_get_kind (self)->nick);
    }
  else if (wishes[wish].kept == IN_SETTINGS)
    remember (self);
  return TRUE;
}

/* --- the request -------------------------------------------------------------------------------------------------- */

/* Nothing for an empty text, as a request has it. */
static char *
dup_text (const YzGuideWishes *self, YzGuideWish wish)
{
  const char *text = yz_guide_wishes_get_text (self, wish);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
fill_letter (const YzGuideWishes *self, YzGuideRequest *request)
{
  request->text = dup_text (self, YZ_GUIDE_WISH_TEXT);
  request->recipient = dup_text (self, YZ_GUIDE_WISH_RECIPIENT);
  request->deadline = dup_text (self, YZ_GUIDE_WISH_DEADLINE);
  request->amount = dup_text (self, YZ_GUIDE_WISH_AMOUNT);
  request->start = (guint) g_ascii_strtoull (yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_START), NULL, 10);
}

static void
fill_choice (const YzGuideWishes *self, YzGuideChoice *choice)
{
  const char *area = yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_AREA);

  if (g_str_has_prefix (area, "district:"))
    choice->district = g_strdup (area + strlen ("district:"));
  else if (g_str_has_prefix (area, "org:"))
    choice->org = g_strdup (area + strlen ("org:"));
  else if (g_str_has_prefix (area, "station:"))
    choice->ids = g_strsplit (area + strlen ("station:"), ",", 1);
  choice->subject = dup_text (self, YZ_GUIDE_WISH_SUBJECT);
  yz_print_language_find (yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_LANGUAGE), &choice->language, NULL);
  choice->service = dup_text (self, YZ_GUIDE_WISH_SERVICE);
  choice->audience = dup_text (self, YZ_GUIDE_WISH_AUDIENCE);
  choice->open_at_night = yz_guide_wishes_get_switch (self, YZ_GUIDE_WISH_NIGHT);
  choice->date = dup_text (self, YZ_GUIDE_WISH_DATE);
  choice->use_until = dup_text (self, YZ_GUIDE_WISH_USE_UNTIL);
  choice->edition_name = yz_guide_wishes_get_kind (self)->wants_edition ? dup_text (self, YZ_GUIDE_WISH_EDITION) : NULL;
  choice->since = dup_text (self, YZ_GUIDE_WISH_SINCE);
  choice->first = dup_text (self, YZ_GUIDE_WISH_FIRST);
  choice->last = dup_text (self, YZ_GUIDE_WISH_LAST);
  choice->purpose = dup_text (self, YZ_GUIDE_WISH_PURPOSE);
  /* nobody's own number is printed without saying what for */
  choice->with_mobiles = yz_guide_wishes_get_switch (self, YZ_GUIDE_WISH_MOBILES) && choice->purpose != NULL;
  if (choice->purpose == NULL)
    choice->purpose = g_strdup (_ (yz_guide_wishes_get_kind (self)->title));
}

YzGuideRequest *
yz_guide_wishes_make_request (const YzGuideWishes *self)
{
  const YzDocumentKind *kind = yz_guide_wishes_get_kind (self);
  const YzPaper *paper = yz_paper_find (yz_guide_wishes_get_text (self, YZ_GUIDE_WISH_PAPER), NULL);
  YzGuideRequest *request = yz_guide_request_new (kind, paper != NULL ? paper : yz_paper_find (kind->paper, NULL));

  fill_choice (self, request->choice);
  fill_letter (self, request);
  request->audience = dup_text (self, YZ_GUIDE_WISH_AUDIENCE);
  request->holiday = dup_text (self, YZ_GUIDE_WISH_HOLIDAY);
  request->large = yz_guide_wishes_get_switch (self, YZ_GUIDE_WISH_LARGE);
  request->grey = yz_guide_wishes_get_switch (self, YZ_GUIDE_WISH_GREY);
  request->sheets = yz_guide_wishes_get_switch (self, YZ_GUIDE_WISH_SHEETS);
  return request;
}
