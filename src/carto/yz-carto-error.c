#include "config.h"

#include "yz-carto-error.h"

G_DEFINE_QUARK (yz - carto - error - quark, yz_carto_error)
