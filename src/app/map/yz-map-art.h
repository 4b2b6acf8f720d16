/*
 * What the map of stations is drawn with: pins, doughnuts and names, each drawn once for the present colours and the
 * present scale and then kept as a texture, so that a frame only puts textures in their places.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-map-scene.h"

G_BEGIN_DECLS

/**
 * YzMapSprite:
 * @texture: the picture
 * @left: of the picture from the mark's place, in pixels of the widget
 * @top: likewise
 * @width: likewise
 * @height: likewise
 */
typedef struct
{
  GdkTexture *texture;
  float left;
  float top;
  float width;
  float height;
} YzMapSprite;

typedef struct _YzMapArt YzMapArt;

/**
 * yz_map_art_new:
 * @widget: (transfer none): whose colours, type and scale are used; outlives the art
 */
YzMapArt *yz_map_art_new (GtkWidget *widget);

void yz_map_art_free (YzMapArt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzMapArt, yz_map_art_free)

/**
 * yz_map_art_reset:
 *
 * Forgets every picture: the colours, the type or the scale have changed.
 */
void yz_map_art_reset (YzMapArt *self);

/**
 * yz_map_art_get_pin:
 *
 * Returns: (transfer none): the pin of a station, valid until the next call of any of these functions
 */
const YzMapSprite *yz_map_art_get_pin (YzMapArt *self, const YzStationPoint *point, gboolean selected);

/**
 * yz_map_art_get_cluster:
 *
 * Returns: (transfer none): a doughnut that shows the shares of the looks around their sum
 */
const YzMapSprite *yz_map_art_get_cluster (YzMapArt *self, const YzMapMark *mark);

/**
 * yz_map_art_get_label:
 * @selected: boxed and bold
 *
 * Returns: (transfer none): a name; its place is its upper left corner
 */
const YzMapSprite *yz_map_art_get_label (YzMapArt *self, const char *text, gboolean selected);

/**
 * yz_map_art_get_color:
 * @name: of a colour in style.css
 */
GdkRGBA yz_map_art_get_color (YzMapArt *self, const char *name);

/**
 * yz_map_art_get_badge:
 * @count: shown in a rounded box
 *
 * Returns: (transfer none): the name of a district over its count; its place is its middle
 */
const YzMapSprite *yz_map_art_get_badge (YzMapArt *self, const char *text, guint count);

G_END_DECLS
