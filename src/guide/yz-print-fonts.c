#include "config.h"

#include "yz-print-fonts-private.h"

#include "yz-guide-error.h"

#include <cairo-ft.h>
#include <glib/gi18n-lib.h>
#include <hb-subset.h>

struct _YzPrintFonts
{
  GObject parent_instance;
  GHashTable *faces;        /* hb_face_t -> Face, those with CFF outlines */
  GHashTable *scaled_fonts; /* PangoFont -> cairo_scaled_font_t, of the copies there are */
};

G_DEFINE_FINAL_TYPE (YzPrintFonts, yz_print_fonts, G_TYPE_OBJECT)

typedef struct
{
  hb_face_t *installed;
  hb_set_t *glyphs;        /* that were noted */
  guint n_copied;          /* how many of them the copy has */
  cairo_font_face_t *copy; /* NULL until prepared */
} Face;

static void
face_free (Face *face)
{
  g_clear_pointer (&face->copy, cairo_font_face_destroy);
  hb_set_destroy (face->glyphs);
  hb_face_destroy (face->installed);
  g_free (face);
}

static gboolean
has_cff_outlines (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean has = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return has;
}

/* Other outlines, TrueType's, cairo copies without looking into them. */
static Face *
add_face (YzPrintFonts *self, hb_face_t *installed)
{
  Face *face;

  if (!has_cff_outlines (installed))
    return NULL;
  face = g_new0 (Face, 1);
  face->installed = hb_face_reference (installed);
  face->glyphs = hb_set_create ();
  g_hash_table_insert (self->faces, installed, face);
  return face;
}

static Face *
get_face (YzPrintFonts *self, PangoFont *font)
{
  return g_hash_table_lookup (self->faces, hb_font_get_face (pango_font_get_hb_font (font)));
}

static void
note_run (YzPrintFonts *self, PangoLayoutRun *run)
{
  PangoFont *font = run->item->analysis.font;
  Face *face = get_face (self, font);

  if (face == NULL)
    face = add_face (self, hb_font_get_face (pango_font_get_hb_font (font)));
  for (int i = 0; face != NULL && i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph < hb_face_get_glyph_count (face->installed)) /* the others are Pango's own */
      hb_set_add (face->glyphs, run->glyphs->glyphs[i].glyph);
}

void
yz_print_fonts_note (YzPrintFonts *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL)
        note_run (self, run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* Glyphs keep their numbers, because Pango chose them in the installed face; it has also done what the dropped tables
 * are for. NULL where HarfBuzz cannot read the face. */
static hb_blob_t *
copy_outlines (Face *face)
{
  static const hb_tag_t layout_tables[] = { HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('G', 'D', 'E', 'F'),
                                            HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'S', 'U', 'B'),
                                            HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'),
                                            HB_TAG ('v', 'm', 't', 'x') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_face_t *subset;
  hb_blob_t *blob = NULL;

  hb_subset_input_set_flags (input,
                             HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_union (hb_subset_input_glyph_set (input), face->glyphs);
  for (gsize i = 0; i < G_N_ELEMENTS (layout_tables); i++)
    hb_set_add (dropped, layout_tables[i]);
  subset = hb_subset_or_fail (face->installed, input);
  if (subset != NULL)
    blob = hb_face_reference_blob (subset);
  hb_face_destroy (subset);
  hb_subset_input_destroy (input);
  return blob;
}

/* What must live as long as cairo draws with a copy. */
typedef struct
{
  FT_Library library;
  hb_blob_t *blob;
} Backing;

static void
backing_free (void *data)
{
  Backing *backing = data;

  FT_Done_FreeType (backing->library); /* and its face */
  hb_blob_destroy (backing->blob);
  g_free (backing);
}

static cairo_font_face_t *
open_copy (hb_blob_t *blob)
{
  static const cairo_user_data_key_t backing_key;
  Backing *backing = g_new0 (Backing, 1);
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  cairo_font_face_t *copy;
  FT_Face face;

  backing->blob = hb_blob_reference (blob);
  if (FT_Init_FreeType (&backing->library) != 0 ||
      FT_New_Memory_Face (backing->library, (const FT_Byte *) data, length, 0, &face) != 0)
    {
      backing_free (backing);
      return NULL;
    }
  copy = cairo_ft_font_face_create_for_ft_face (face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (copy, &backing_key, backing, backing_free);
  return copy;
}

static gboolean
prepare_face (Face *face, GError **error)
{
  hb_blob_t *blob = copy_outlines (face);
  cairo_font_face_t *copy = blob != NULL ? open_copy (blob) : NULL;

  hb_blob_destroy (blob);
  if (copy == NULL)
    {
      g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_FONT,
                           _ ("A font cannot be read. Please install the Chinese fonts again (fonts-noto-cjk)."));
      return FALSE;
    }
  g_clear_pointer (&face->copy, cairo_font_face_destroy);
  face->copy = copy;
  face->n_copied = hb_set_get_population (face->glyphs);
  return TRUE;
}

gboolean
yz_print_fonts_prepare (YzPrintFonts *self, GError **error)
{
  GHashTableIter iter;
  Face *face;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &face))
    if (face->n_copied != hb_set_get_population (face->glyphs))
      {
        g_hash_table_remove_all (self->scaled_fonts);
        if (!prepare_face (face, error))
          return FALSE;
      }
  return TRUE;
}

static cairo_scaled_font_t *
scale_copy (cairo_font_face_t *copy, cairo_scaled_font_t *installed)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t size, ctm;
  cairo_scaled_font_t *scaled;

  cairo_scaled_font_get_font_matrix (installed, &size);
  cairo_scaled_font_get_ctm (installed, &ctm);
  cairo_scaled_font_get_font_options (installed, options);
  scaled = cairo_scaled_font_create (copy, &size, &ctm, options);
  cairo_font_options_destroy (options);
  return scaled;
}

cairo_scaled_font_t *
yz_print_fonts_get_scaled_font (YzPrintFonts *self, PangoFont *font)
{
  cairo_scaled_font_t *installed = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_scaled_font_t *scaled = g_hash_table_lookup (self->scaled_fonts, font);
  Face *face = get_face (self, font);

  if (face == NULL)
    return installed;
  g_return_val_if_fail (face->copy != NULL, installed);
  if (scaled == NULL)
    {
      scaled = scale_copy (face->copy, installed);
      g_hash_table_insert (self->scaled_fonts, g_object_ref (font), scaled);
    }
  return scaled;
}

static void
yz_print_fonts_finalize (GObject *object)
{
  YzPrintFonts *self = YZ_PRINT_FONTS (object);

  g_hash_table_unref (self->scaled_fonts);
  g_hash_table_unref (self->faces);
  G_OBJECT_CLASS (yz_print_fonts_parent_class)->finalize (object);
}

static void
yz_print_fonts_class_init (YzPrintFontsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_print_fonts_finalize;
}

static void
yz_print_fonts_init (YzPrintFonts *self)
{
  self->faces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) face_free);
  self->scaled_fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) cairo_scaled_font_destroy);
}

YzPrintFonts *
yz_print_fonts_new (void)
{
  return g_object_new (YZ_TYPE_PRINT_FONTS, NULL);
}
