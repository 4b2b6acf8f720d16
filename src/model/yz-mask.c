#include "config.h"

#include "yz-mask.h"

#include "yz-text.h"

/* 11 digits from 13 to 19 in any width, also in groups of 3-4-4 and behind the country's code or the 0 of a trunk call,
 * and not a part of a longer number. */
YZ_DEFINE_REGEX (get_mobile_regex, "(?<!\\d)((?:(?:[0０]{2})?[8８][6６][ -]?|[0０])?[1１][3-9３-９]\\d)([ .-]?)"
                                   "\\d{4}([ .-]?)(\\d{4})(?!\\d)")

char *
yz_mask_phone (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return g_regex_replace (get_mobile_regex (), text, -1, 0, "\\1\\2****\\3\\4", 0, NULL);
}

static char *
mask_name (const char *name)
{
  GString *masked = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (p == name)
      g_string_append_unichar (masked, g_utf8_get_char (p));
    else
      g_string_append_c (masked, '*');
  return g_string_free (masked, FALSE);
}

static GVariant *
mask_list (GVariant *value)
{
  g_autofree const char **texts = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) masked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (masked, yz_mask_phone (texts[i]));
  return g_variant_ref_sink (g_variant_new_strv ((const char *const *) masked->pdata, masked->len));
}

GVariant *
yz_mask_value (const YzField *field, GVariant *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return NULL;
  /* a station's telephone is public, but some lists have the manager's mobile there */
  if (yz_field_holds_phones (field))
    return mask_list (value);
  if ((field->flags & YZ_FIELD_PERSONAL) != 0 && field->type == YZ_FIELD_TEXT)
    return g_variant_ref_sink (g_variant_new_take_string (mask_name (g_variant_get_string (value, NULL))));
  return g_variant_ref (value);
}

char *
yz_mask_title (YzRecord *record)
{
  const YzField *field;
  g_autoptr (GVariant) shown = NULL;

  g_return_val_if_fail (YZ_IS_RECORD (record), NULL);

  field = yz_kind_find_field (yz_record_get_kind (record), yz_record_get_kind (record)->title_field);
  if (field == NULL)
    return g_strdup (yz_record_get_title (record));
  shown = yz_mask_value (field, yz_record_get (record, field->name));
  return yz_field_format (field, shown);
}
