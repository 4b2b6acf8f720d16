#include "config.h"

#include "yz-typesetter.h"

#include "yz-guide-error.h"
#include "yz-lines.h"
#include "yz-symbol.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MM_PER_POINT (25.4 / 72)
#define DEFAULT_LEADING 1.4

/* English beside Chinese, in parts of the size of the Chinese; in points, below which it is not made smaller */
#define GLOSS 0.66
#define TITLE_GLOSS 0.45
#define TITLE 20.0
#define GLOSS_LEADING 1.1
#define SMALLEST_GLOSS 6.0

/* The first that is there is used; the last ones are what other systems have. */
static const char *const families[] = { "Noto Sans CJK SC", "Source Han Sans SC",  "Source Han Sans CN",
                                        "Noto Sans SC",     "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
                                        "PingFang SC",      "Microsoft YaHei",     "Droid Sans Fallback" };

struct _YzTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  YzPrintFonts *fonts;
  YzNoBreak *no_break;
  YzSymbols *symbols;
  GHashTable *missing; /* gunichar as a pointer */
  const char *family;
  YzPrintLanguage language;
  double scale;
};

void
yz_text_free (YzText *text)
{
  g_object_unref (text->layout);
  g_free (text);
}

static gboolean
has_family (PangoFontMap *map, const char *name)
{
  return pango_font_map_get_family (map, name) != NULL;
}

static PangoContext *
new_context (PangoFontMap *map, YzPrintLanguage language)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (yz_print_language_get_tag (language)));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

YzTypesetter *
yz_typesetter_new (YzPrintLanguage language, double scale, GError **error)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  YzTypesetter *self;
  guint i = 0;

  while (i < G_N_ELEMENTS (families) && !has_family (map, families[i]))
    i++;
  if (i == G_N_ELEMENTS (families))
    {
      g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_FONT,
                           _ ("Printing needs a Chinese font: please install Noto Sans CJK (fonts-noto-cjk)"));
      return NULL;
    }

  self = g_new0 (YzTypesetter, 1);
  self->map = g_steal_pointer (&map);
  self->context = new_context (self->map, language);
  self->fonts = yz_print_fonts_new ();
  self->no_break = yz_no_break_new ();
  self->symbols = yz_symbols_new ();
  self->missing = g_hash_table_new (NULL, NULL);
  self->family = families[i];
  self->language = language;
  self->scale = scale;
  return self;
}

void
yz_typesetter_free (YzTypesetter *self)
{
  g_hash_table_unref (self->missing);
  yz_symbols_free (self->symbols);
  yz_no_break_free (self->no_break);
  g_object_unref (self->fonts);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

YzPrintFonts *
yz_typesetter_get_fonts (YzTypesetter *self)
{
  return self->fonts;
}

YzSymbols *
yz_typesetter_get_symbols (YzTypesetter *self)
{
  return self->symbols;
}

YzPrintLanguage
yz_typesetter_get_language (YzTypesetter *self)
{
  return self->language;
}

double
yz_typesetter_get_scale (YzTypesetter *self)
{
  return self->scale;
}

/* In Pango's units of a millimetre. */
static double
type_size (YzTypesetter *self, const YzType *type)
{
  return type->size * MM_PER_POINT * self->scale * PANGO_SCALE;
}

static void
apply_type (YzTypesetter *self, PangoLayout *layout, const YzType *type, double shrink)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_weight (font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, type_size (self, type) * shrink);
  pango_layout_set_font_description (layout, font);
}

static double
get_leading (YzTypesetter *self, const YzType *type)
{
  return type->leading > 0 ? type->leading * self->scale * PANGO_SCALE : type_size (self, type) * DEFAULT_LEADING;
}

static PangoAttrList *
new_attributes (YzTypesetter *self, const YzType *type)
{
  double size = type_size (self, type);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int) lround (get_leading (self, type))));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (type->struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (type->spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) lround (type->spacing * size)));
  return attributes;
}

/* --- English beside Chinese --------------------------------------------------------------------------------------- */

static double
gloss_scale (const YzType *type)
{
  return CLAMP (type->size < TITLE ? GLOSS : TITLE_GLOSS, MIN (SMALLEST_GLOSS / type->size, 1), 1);
}

/* A line of nothing else has a leading of its own. */
static void
add_gloss (YzTypesetter *self, PangoAttrList *attributes, const YzType *type, gsize start, gsize end)
{
  double scale = gloss_scale (type);
  PangoAttribute *gloss[] = {
    pango_attr_scale_new (scale),
    pango_attr_weight_new (PANGO_WEIGHT_NORMAL),
    pango_attr_line_height_new_absolute ((int) lround (get_leading (self, type) * MIN (scale * GLOSS_LEADING, 1))),
  };

  for (guint i = 0; i < G_N_ELEMENTS (gloss); i++)
    {
      gloss[i]->start_index = (guint) start;
      gloss[i]->end_index = (guint) end;
      pango_attr_list_insert (attributes, gloss[i]);
    }
}

/* Returns the text without its marks, which nobody who searches a PDF would type, unless @keep_marks. */
static char *
read_gloss (YzTypesetter *self, const YzType *type, const char *text, gboolean keep_marks, PangoAttrList *attributes)
{
  const gsize mark = strlen (YZ_PRINT_GLOSS);
  GString *shown = g_string_new (NULL);
  const char *end;

  for (const char *start; (start = strstr (text, YZ_PRINT_GLOSS)) != NULL; text = end)
    {
      gsize from = shown->len + (gsize) (start - text) + (keep_marks ? mark : 0);

      start += mark;
      end = strstr (start, YZ_PRINT_GLOSS_END);
      if (end == NULL)
        end = start + strlen (start);
      g_string_append_len (shown, text, start - text - (keep_marks ? 0 : (gssize) mark));
      g_string_append_len (shown, start, end - start);
      add_gloss (self, attributes, type, from, shown->len);
      if (*end != '\0' && keep_marks)
        g_string_append (shown, YZ_PRINT_GLOSS_END);
      if (*end != '\0')
        end += mark;
    }
  g_string_append (shown, text);
  return g_string_free (shown, FALSE);
}

static void
set_text (YzTypesetter *self, PangoLayout *layout, const YzType *type, const char *text, gboolean keep_marks)
{
  g_autoptr (PangoAttrList) attributes = new_attributes (self, type);
  g_autofree char *shown = read_gloss (self, type, text, keep_marks, attributes);

  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_attributes (layout, attributes);
}

/* A gloss that has no room beside its words begins a line. */
static char *
lower_gloss (const YzType *type, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " " YZ_PRINT_GLOSS, -1);

  return g_strjoinv (type->one_line ? " " YZ_PRINT_GLOSS : "\n" YZ_PRINT_GLOSS, parts);
}

static void
note_missing (YzTypesetter *self, PangoLayout *layout)
{
  PangoLayoutIter *iter;
  const char *text = pango_layout_get_text (layout);

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          g_hash_table_add (self->missing, GUINT_TO_POINTER (g_utf8_get_char (text + run->item->offset +
                                                                              run->glyphs->log_clusters[i])));
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  return (double) box.width / PANGO_SCALE;
}

static PangoLayout *
new_layout (YzTypesetter *self, const YzType *type, const char *text, gboolean keep_marks)
{
  PangoLayout *layout = pango_layout_new (self->context);

  apply_type (self, layout, type, 1);
  set_text (self, layout, type, text, keep_marks);
  return layout;
}

static YzText *
new_text (YzTypesetter *self, PangoLayout *layout, const YzType *type, double width)
{
  YzText *text = g_new0 (YzText, 1);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  text->layout = layout;
  text->type = *type;
  text->width = (double) box.width / PANGO_SCALE;
  text->height = (double) box.height / PANGO_SCALE;
  text->baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  text->box_width = width > 0 ? width : text->width;
  note_missing (self, layout);
  yz_print_fonts_note (self->fonts, layout);
  return text;
}

typedef struct
{
  YzTypesetter *self;
  const YzType *type;
} Setting;

static void
set_for_lines (PangoLayout *layout, const char *text, gpointer data)
{
  const Setting *setting = data;

  set_text (setting->self, layout, setting->type, text, TRUE);
}

YzText *
yz_typesetter_set (YzTypesetter *self, const YzType *type, const char *text, double width)
{
  PangoLayout *layout = new_layout (self, type, text, FALSE);

  if (width > 0 && layout_width (layout) > width)
    {
      g_autoptr (PangoLayout) trial = new_layout (self, type, "", TRUE);
      g_autofree char *lowered = lower_gloss (type, text);
      const Setting setting = { self, type };
      double shrink;
      g_autofree char *lines = yz_lines_break (self->no_break, trial, lowered, (int) (width * PANGO_SCALE), type->loose,
                                               set_for_lines, (gpointer) &setting, &shrink);

      set_text (self, layout, type, lines, FALSE);
      apply_type (self, layout, type, shrink);
    }
  if (width > 0 && type->align != PANGO_ALIGN_LEFT)
    {
      /* a hair more where it is needed, lest rounding or kerning breaks a line again */
      pango_layout_set_width (layout, (int) ceil (MAX (width, layout_width (layout)) * PANGO_SCALE) + 2);
      pango_layout_set_alignment (layout, type->align);
    }
  return new_text (self, layout, type, width);
}

YzText *
yz_typesetter_fit (YzTypesetter *self, const YzType *type, const char *text, double width, double floor)
{
  YzType fitted = *type;
  double natural = yz_typesetter_measure (self, type, text);
  g_autofree char *lowered = natural > width ? lower_gloss (type, text) : g_strdup (text);

  if (natural > width)
    natural = yz_typesetter_measure (self, type, lowered);

  /* a gloss shrinks less than its words do, so that one step may not be enough */
  for (guint step = 0; natural > width && fitted.size > floor && step < 3; step++)
    {
      fitted.size = MAX (fitted.size * width / natural * 0.999, floor);
      if (type->leading > 0)
        fitted.leading = type->leading * fitted.size / type->size;
      natural = yz_typesetter_measure (self, &fitted, lowered);
    }
  return yz_typesetter_set (self, &fitted, lowered, width);
}

double
yz_typesetter_measure (YzTypesetter *self, const YzType *type, const char *text)
{
  g_autoptr (YzText) set = yz_typesetter_set (self, type, text, 0);

  return set->width;
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  guint first = GPOINTER_TO_UINT (a), second = GPOINTER_TO_UINT (b);

  return (first > second) - (first < second);
}

/* What nobody can see, such as a character of private use, is told by its number alone. */
static void
append_character (GString *text, gunichar character)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  if (g_unichar_isgraph (character) && g_unichar_type (character) != G_UNICODE_PRIVATE_USE)
    {
      g_string_append_unichar (text, character);
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (text, "U+%04X", character);
}

char *
yz_typesetter_get_missing (YzTypesetter *self)
{
  g_autoptr (GList) characters = g_list_sort (g_hash_table_get_keys (self->missing), compare_characters);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const GList *l = characters; l != NULL; l = l->next)
    append_character (text, GPOINTER_TO_UINT (l->data));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
