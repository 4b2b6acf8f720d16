#include "config.h"

#include "yz-exchange-error.h"

G_DEFINE_QUARK (yz - exchange - error - quark, yz_exchange_error)
