#include "config.h"

#include "yz-basemap-lines-private.h"

#include "yz-basemap-file-private.h"
#include "yz-line-joiner-private.h"

struct _YzBasemapLines
{
  YzLineJoiner *lines;       /* by all traits: for drawing at small scales */
  YzLineJoiner *streets;     /* by name: for lettering */
  GHashTable *line_traits;   /* key of the joiner to YzLineTraits */
  GHashTable *street_traits; /* likewise */
};

/* What the joiners' callbacks need. */
typedef struct
{
  YzBasemapLines *lines;
  YzBasemapWriter *writer;
  GCancellable *cancellable;
  GError **error;
} Writing;

static void
traits_free (YzLineTraits *traits)
{
  g_free (traits->name);
  g_free (traits);
}

static YzLineTraits *
traits_copy (const YzLineTraits *traits)
{
  YzLineTraits *copy = g_memdup2 (traits, sizeof *traits);

  copy->name = g_strdup (traits->name);
  return copy;
}

YzBasemapLines *
yz_basemap_lines_new (void)
{
  YzBasemapLines *self = g_new0 (YzBasemapLines, 1);

  self->lines = yz_line_joiner_new ();
  self->streets = yz_line_joiner_new ();
  self->line_traits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) traits_free);
  self->street_traits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) traits_free);
  return self;
}

void
yz_basemap_lines_free (YzBasemapLines *self)
{
  yz_line_joiner_free (self->lines);
  yz_line_joiner_free (self->streets);
  g_hash_table_unref (self->line_traits);
  g_hash_table_unref (self->street_traits);
  g_free (self);
}

/* A street changes its class on the way; its name is set as the greatest of them. */
static void
keep_street (YzBasemapLines *self, const YzLineTraits *traits, const double *xy, guint n_points)
{
  /* a river and a road may share a name, but not a line */
  g_autofree char *key = g_strdup_printf ("%d:%s", yz_map_class_is_road (traits->class), traits->name);
  YzLineTraits *street = g_hash_table_lookup (self->street_traits, key);

  if (street == NULL)
    {
      street = traits_copy (traits);
      g_hash_table_insert (self->street_traits, g_strdup (key), street);
    }
  street->class = MAX (street->class, traits->class);
  street->zoom = MIN (street->zoom, traits->zoom);
  yz_line_joiner_add (self->streets, key, xy, n_points);
}

void
yz_basemap_lines_keep (YzBasemapLines *self, const YzLineTraits *traits, const double *xy, guint n_points)
{
  g_autofree char *key = g_strdup_printf ("%d:%d:%d:%d:%s", traits->class, traits->zoom, traits->flags, traits->layer,
                                          traits->name != NULL ? traits->name : "");

  if (!g_hash_table_contains (self->line_traits, key))
    g_hash_table_insert (self->line_traits, g_strdup (key), traits_copy (traits));
  yz_line_joiner_add (self->lines, key, xy, n_points);
  if (traits->name != NULL)
    keep_street (self, traits, xy, n_points);
}

static OGRGeometryH
new_line (const double *xy, guint n_points)
{
  OGRGeometryH line = OGR_G_CreateGeometry (wkbLineString);

  OGR_G_SetPoints (line, (int) n_points, xy, 2 * sizeof *xy, xy + 1, 2 * sizeof *xy, NULL, 0);
  return line;
}

static gboolean
write_line (const char *key, const double *xy, guint n_points, gpointer user_data)
{
  Writing *self = user_data;
  const YzLineTraits *traits = g_hash_table_lookup (self->lines->line_traits, key);
  g_auto (OGRGeometryH) line = new_line (xy, n_points);

  for (guint level = yz_basemap_level_for_zoom (traits->zoom); level + 1 < YZ_BASEMAP_N_LEVELS; level++)
    if (!yz_basemap_writer_add_line (self->writer, level, line, traits->class, traits->zoom, traits->flags,
                                     traits->layer, self->error))
      return FALSE;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, self->error);
}

static gboolean
write_street (const char *key, const double *xy, guint n_points, gpointer user_data)
{
  Writing *self = user_data;
  const YzLineTraits *traits = g_hash_table_lookup (self->lines->street_traits, key);
  g_auto (OGRGeometryH) line = new_line (xy, n_points);

  for (guint level = yz_basemap_level_for_zoom (traits->zoom); level < YZ_BASEMAP_N_LEVELS; level++)
    if (!yz_basemap_writer_add_street (self->writer, level, line, traits->class, traits->zoom, traits->name,
                                       self->error))
      return FALSE;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, self->error);
}

gboolean
yz_basemap_lines_write (YzBasemapLines *self, YzBasemapWriter *writer, GCancellable *cancellable, GError **error)
{
  Writing writing = { self, writer, cancellable, error };

  return yz_line_joiner_foreach (self->lines, write_line, &writing) &&
         yz_line_joiner_foreach (self->streets, write_street, &writing);
}
