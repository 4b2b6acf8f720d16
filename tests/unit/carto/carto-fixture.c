#include "carto-fixture.h"

#include <glib/gstdio.h>

#include "yz-basemap-import.h"

/* Nodes stand on a grid of 21 × 21, a thousandth of a degree apart: number 1 + column + 21 · row. */
#define N 21

static void
add_way (GString *osm, guint id, const guint *nodes, guint n_nodes, const char *tags)
{
  g_string_append_printf (osm, "<way id=\"%u\" version=\"1\">", id);
  for (guint i = 0; i < n_nodes; i++)
    g_string_append_printf (osm, "<nd ref=\"%u\"/>", nodes[i]);
  g_string_append_printf (osm, "%s</way>\n", tags);
}

static void
add_line (GString *osm, guint id, guint column, guint row, gboolean east, guint length, const char *tags)
{
  guint nodes[N];

  for (guint i = 0; i < length; i++)
    nodes[i] = 1 + column + (east ? i : 0) + N * (row + (east ? 0 : i));
  add_way (osm, id, nodes, length, tags);
}

static void
add_square (GString *osm, guint id, guint column, guint row, guint size, const char *tags)
{
  guint corner = 1 + column + N * row;
  guint nodes[] = { corner, corner + size, corner + size + N * size, corner + N * size, corner };

  add_way (osm, id, nodes, G_N_ELEMENTS (nodes), tags);
}

#define TAG(key, value) "<tag k=\"" key "\" v=\"" value "\"/>"

static void
add_streets (GString *osm)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *lane = g_strdup_printf (TAG ("highway", "residential") TAG ("name", "第%u巷"), i);

      add_line (osm, 100 + i, 1 + 4 * i, 0, FALSE, N, lane);
      add_line (osm, 120 + i, 0, 1 + 4 * i, TRUE, N, TAG ("highway", "secondary") TAG ("name", "建设路"));
    }
  /* one street of two pieces and a bridge between them */
  add_line (osm, 140, 0, 10, TRUE, 9, TAG ("highway", "primary") TAG ("name", "人民路"));
  add_line (osm, 141, 8, 10, TRUE, 5,
            TAG ("highway", "primary") TAG ("name", "人民路") TAG ("bridge", "yes") TAG ("layer", "1"));
  add_line (osm, 142, 12, 10, TRUE, 9, TAG ("highway", "primary") TAG ("name", "人民路"));
}

static char *
make_osm (void)
{
  GString *osm = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n"
                               "<bounds minlat=\"30\" minlon=\"104\" maxlat=\"30.02\" maxlon=\"104.02\"/>\n");

  for (guint i = 0; i < N * N; i++)
    {
      const char *tags = i == 220  ? TAG ("place", "city") TAG ("name", "小城")
                         : i == 50 ? TAG ("place", "neighbourhood") TAG ("name", "东风里")
                                   : "";

      g_string_append_printf (osm, "<node id=\"%u\" version=\"1\" lat=\"%.3f\" lon=\"%.3f\">%s</node>\n", i + 1,
                              30 + (i / N) / 1000.0, 104 + (i % N) / 1000.0, tags);
    }
  add_streets (osm);
  add_line (osm, 200, 10, 0, FALSE, N, TAG ("waterway", "river") TAG ("name", "晴川江"));
  add_line (osm, 201, 0, 14, TRUE, N, TAG ("boundary", "administrative") TAG ("admin_level", "4") TAG ("name", "省界"));
  add_line (osm, 202, 0, 15, TRUE, N, TAG ("boundary", "administrative") TAG ("admin_level", "6"));
  add_line (osm, 203, 0, 16, TRUE, N, TAG ("railway", "subway") TAG ("tunnel", "yes"));
  add_square (osm, 300, 2, 2, 3, TAG ("leisure", "park") TAG ("name", "人民公园"));
  add_square (osm, 301, 6, 2, 1, TAG ("building", "yes"));
  add_square (osm, 302, 14, 14, 4, TAG ("natural", "water") TAG ("name", "镜湖"));
  g_string_append (osm, "</osm>\n");
  return g_string_free (osm, FALSE);
}

char *
carto_fixture_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "carto", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

char *
carto_fixture_write_osm (const char *name)
{
  g_autofree char *osm = make_osm ();
  g_autoptr (GError) error = NULL;
  char *path = carto_fixture_path (name);

  g_file_set_contents (path, osm, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
carto_fixture_import (const char *name)
{
  g_autofree char *source = carto_fixture_write_osm ("town.osm");
  g_autoptr (GError) error = NULL;
  char *target = carto_fixture_path (name);

  yz_basemap_import_osm (source, target, YZ_BASEMAP_ORIGIN_OSM, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return target;
}
